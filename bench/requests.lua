-- What wrk sends: OP of a random user of DATA, whose files have a line for each user (token, ids, cursor). In the end one line of
-- JSON, with times in milliseconds.

local op, data = os.getenv('OP'), os.getenv('DATA')
local users, key = {}, 0

local function lines(name, each)
  for line in io.lines(data .. '/' .. name) do each(line) end
end

function init()
  math.randomseed(tonumber(os.getenv('SEED')) or os.time())
  lines('tokens', function(token)
    users[#users + 1] = { headers = {
      ['Authorization'] = 'Bearer ' .. token, ['Content-Type'] = 'application/json' } }
  end)
  local n = 0
  lines('cursors', function(path) n = n + 1; users[n].next = path end)
  lines('accounts', function(id) users[tonumber(id:match('^%d+'))].account = id:match('%s(.+)$') end)
  lines('ids', function(line)
    local of = users[tonumber(line:match('^%d+'))]
    of.ids = of.ids or {}
    of.ids[#of.ids + 1] = line:match('%s(.+)$')
  end)
end

local function get(user, path) return wrk.format('GET', '/api/v1' .. path, user.headers) end

local function create(user, headers)
  return wrk.format('POST', '/api/v1/transactions', headers, string.format(
    '{"type": "expense", "description": "Benchmark", "amount": %d.%02d, "category": "groceries", "date": "2025-12-%02d"}',
    math.random(1, 99), math.random(0, 99), math.random(1, 28)))
end

local requests = {
  list = function(user) return get(user, '/transactions?limit=20') end,
  next = function(user) return wrk.format('GET', user.next, user.headers) end,
  get = function(user) return get(user, '/transactions/' .. user.ids[math.random(#user.ids)]) end,
  create = function(user) return create(user, user.headers) end,
  keyed = function(user)
    key = key + 1
    local headers = { ['Idempotency-Key'] = string.format('%d-%d-%d', math.random(1e9), math.random(1e9), key) }
    for name, value in pairs(user.headers) do headers[name] = value end
    return create(user, headers)
  end,
  year = function(user) return get(user, '/transactions/summary?from=2024-01-01&to=2024-12-31&groupBy=month') end,
  all = function(user) return get(user, '/transactions/summary?groupBy=category') end,
  balances = function(user) return get(user, '/accounts/' .. user.account .. '/balances?from=2024-01-01&to=2024-12-31') end,
  tree = function(user) return get(user, '/goals/tree') end,
  feed = function(user) return get(user, '/changes?limit=20') end,
}

-- 60 % lists, 15 % one transaction, 15 % new ones, 10 % summaries of a year.
function requests.mix(user)
  local dice = math.random()
  return requests[dice < 0.6 and 'list' or dice < 0.75 and 'get' or dice < 0.9 and 'create' or 'year'](user)
end

function request() return requests[op](users[math.random(#users)]) end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('RESULT {"op": "%s", "requests": %d, "rps": %.1f, "p50": %.3f, "p99": %.3f, "errors": %d}\n',
    op, summary.requests, summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
