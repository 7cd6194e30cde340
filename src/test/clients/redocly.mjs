// What Redocly's rules find in the document that is named, a line each.
import { createConfig, lint } from '@redocly/openapi-core';

const config = await createConfig({ extends: ['recommended-strict'] });
const found = await lint({ ref: process.argv[2], config });
found.forEach((one) => console.log(`${one.ruleId} at ${one.location[0].pointer}: ${one.message}`));
process.exitCode = found.length > 0 ? 1 : 0;
