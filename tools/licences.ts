import { asProgram } from './as-program.js';
import { billOfMaterials } from './supply/bill-of-materials.js';
import { judgeLicences } from './supply/licences.js';

/** `npm run licences`: lists them, and fails where a package may not be used. */
asProgram(import.meta.url, async () => {
  const { counts, refused, stale } = judgeLicences(billOfMaterials(process.cwd()));
  const rows = [...counts].toSorted(([one], [other]) => one.localeCompare(other));
  console.log('licence: packages that are deployed or run, and those for development alone');
  for (const [licence, { everywhere, forDevelopment }] of rows)
    console.log(`${licence}: ${everywhere}, ${forDevelopment}`);
  for (const name of stale) console.error(`${name} says its licence by now: take it out of READ_BY_HAND`);
  for (const one of refused) console.error(`not accepted: ${one}`);
  if (refused.length + stale.length > 0)
    throw new Error('take another package, or accept the licence in tools/supply/licences.ts');
});
