// Judges objects, a JSON array in a file, by the rules that Monokle brings along; those that it would fetch are not asked.
import { createDefaultMonokleValidator } from "@monokle/validation";
import { readFileSync } from "node:fs";

const OFF = [
  // Whoever is throttled answers late; the memory is limited.
  "practices/cpu-limit",
  // Sees a container's own settings alone, and not those that it has of its pod. KubernetesTest sees both.
  "pod-security-standards/running-as-non-root",
];

const resources = JSON.parse(readFileSync(process.argv[2], "utf8")).map((content) => {
  const id = `${content.kind}/${content.metadata.name}`;
  const text = JSON.stringify(content);
  const { apiVersion, kind, metadata } = content;
  return { id, fileId: id, filePath: id, fileOffset: 0, name: metadata.name, apiVersion, kind, content, text };
});
const plugins = { "pod-security-standards": true, practices: true };
const validator = createDefaultMonokleValidator();
await validator.preload({ plugins });
const rules = {};
for (const plugin of validator.getPlugins()) {
  for (const rule of plugin.rules) {
    const name = `${plugin.metadata.name}/${rule.name}`;
    rules[name] = OFF.includes(name) ? false : "err";
  }
}
await validator.preload({ plugins, rules });
const { runs } = await validator.validate({ resources });
const faults = runs.flatMap((run) => run.results);
for (const fault of faults) {
  const file = fault.locations[0].physicalLocation.artifactLocation.uri;
  console.log(`${fault.ruleId} ${file}: ${fault.message.text}`);
}
console.log(`${Object.keys(rules).length} rules, ${resources.length} objects, ${faults.length} faults`);
