import { withParameters } from '/app/base/api.js';
import { signal } from '/app/base/signal.js';

/**
 * Where in the page one is: `#/transactions/01a1…?category=Food`. Filters stand in the address, so that a view can be kept,
 * sent and gone back to.
 */
const changed = signal();
let route = read();

/** Called with the route whenever it has changed. */
export const onRoute = changed.listen;

/** `{path: ['transactions', '01a1…'], parameters: URLSearchParams}` */
export function currentRoute() {
  return route;
}

function read() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), parameters: new URLSearchParams(query) };
}

/** The address of a view, for links: `href('/transactions', {category: 'Food'})`. */
export function href(path, parameters) {
  return '#' + withParameters(path, parameters);
}

/** Goes to a view. */
export function go(path, parameters) {
  location.hash = href(path, parameters);
}

/** Changes parameters of the view that is shown; null takes one away. Is no step to go back from unless `step` is true. */
export function setParameters(parameters, step = false) {
  const next = Object.fromEntries(route.parameters);
  const address = href('/' + route.path.map(encodeURIComponent).join('/'), { ...next, ...parameters });
  history[step ? 'pushState' : 'replaceState'](null, '', address);
  arrive();
}

function arrive() {
  route = read();
  changed.tell(route);
}

addEventListener('hashchange', arrive);
addEventListener('popstate', arrive);

/** Has an element rendered again, while it is in the page, whenever the route has changed. */
export class RouteController {
  #host;
  #leave;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#leave = onRoute(() => this.#host.requestUpdate());
  }

  hostDisconnected() {
    this.#leave();
  }
}
