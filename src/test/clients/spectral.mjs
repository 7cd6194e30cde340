// What Spectral's rules find in the document that is named, a line each.
import { readFile } from 'node:fs/promises';
import core from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';

const spectral = new core.Spectral();
spectral.setRuleset({
  extends: rulesets.oas,
  rules: {
    // Each operation has a summary that says it all; a description would only say it again.
    'operation-description': 'off',
    // Redocly's rules look at the same examples, but for those of headers, which have none, in less time.
    'oas3-valid-media-example': 'off',
  },
});
const found = await spectral.run(JSON.parse(await readFile(process.argv[2], 'utf8')));
found.forEach((one) => console.log(`${one.code} at ${one.path.join('/')}: ${one.message}`));
process.exitCode = found.length > 0 ? 1 : 0;
