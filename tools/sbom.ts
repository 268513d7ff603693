import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asProgram } from './as-program.js';
import { billOfMaterials } from './supply/bill-of-materials.js';

/** `npm run sbom`, `npm run sbom -- FILE`. */
asProgram(import.meta.url, async () => {
  const [file = 'dist/sbom.cdx.json'] = process.argv.slice(2);
  const bill = billOfMaterials(process.cwd());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  const { name, version } = bill.metadata.component;
  console.log(`${file}: ${bill.components.length} packages of ${name} ${version}, CycloneDX`);
});
