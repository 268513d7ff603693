import { join } from 'node:path';
import { type Bill, billOfMaterials, type Component } from '../../tools/supply/bill-of-materials.js';
import { judgeLicences } from '../../tools/supply/licences.js';

const ROOT = join(import.meta.dirname, '../..');

const component = (licenses: Component['licenses'], forDevelopment: boolean): Component => ({
  'bom-ref': 'left-pad@1.0.0',
  name: 'left-pad',
  version: '1.0.0',
  licenses,
  properties: forDevelopment ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
});
const billOf = (...components: Component[]): Bill => ({
  bomFormat: 'CycloneDX',
  metadata: { component: { name: 'small-grid', version: '0.1.0' } },
  components,
});
const refusedOf = (licenses: Component['licenses'], forDevelopment = false): readonly string[] =>
  judgeLicences(billOf(component(licenses, forDevelopment)), {}).refused;

describe('the bill of materials', () => {
  const bill = billOfMaterials(ROOT);

  it('is of the product, not of its folder, and names every package with its version and digest', () => {
    expect(bill.metadata.component.name).toBe('small-grid');
    expect(bill.components.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@aws-sdk/client-sfn', 'aws-cdk-lib', 'preact', 'jsonata']),
    );
    // What lies within another package, and our own, have none.
    const bundled = ({ properties }: Component) =>
      properties.some(({ name }) => name === 'cdx:npm:package:bundled');
    const undigested = bill.components.filter((one) => !bundled(one) && !Array.isArray(one['hashes']));
    expect(undigested.map((one) => one['bom-ref'])).toEqual([
      expect.stringMatching(/^@small-grid\/local-cloud@/),
    ]);
  });

  it('has no package whose licence is not accepted, and accepts none by hand without need', () => {
    expect(judgeLicences(bill)).toMatchObject({ refused: [], stale: [] });
  });
});

describe('a licence', () => {
  it.each<[string, Component['licenses']]>([
    ['a known one', [{ license: { id: 'MIT' } }]],
    ['a choice of which one is known', [{ expression: '(MIT OR GPL-3.0-or-later)' }]],
    ['several, all known', [{ expression: 'MIT AND Apache-2.0' }]],
  ])('%s is accepted', (_what, licenses) => {
    expect(refusedOf(licenses)).toEqual([]);
  });

  it.each<[string, Component['licenses'], string]>([
    ['one that asks for the source', [{ license: { id: 'AGPL-3.0-only' } }], 'AGPL-3.0-only'],
    ['several of which one is not', [{ expression: 'MIT AND SSPL-1.0' }], 'MIT AND SSPL-1.0'],
    ['words that name none', [{ license: { name: 'SEE LICENSE IN eula.txt' } }], 'SEE LICENSE IN eula.txt'],
    ['none', [], 'says nothing'],
  ])('%s is refused with the name of the package', (_what, licenses, said) => {
    expect(refusedOf(licenses)).toEqual([`left-pad@1.0.0: ${said}`]);
  });

  it('may be wider of what is used for building and testing alone', () => {
    expect(refusedOf([{ license: { id: 'MPL-2.0' } }], true)).toEqual([]);
    expect(refusedOf([{ license: { id: 'MPL-2.0' } }])).toHaveLength(1);
    expect(refusedOf([{ license: { id: 'GPL-2.0-only' } }], true)).toHaveLength(1);
  });

  it('that was read by hand holds until the package says it itself', () => {
    const byHand = { 'left-pad@1.0.0': 'ISC' };
    expect(judgeLicences(billOf(component([], false)), byHand)).toMatchObject({ refused: [], stale: [] });
    const said = judgeLicences(billOf(component([{ license: { id: 'ISC' } }], false)), byHand);
    expect(said.stale).toEqual(['left-pad@1.0.0']);
  });
});
