import { applicationText, shownFields } from '../../../domain/programme/application-words.js';
import { checkTown } from '../../../domain/town-checks/check-town.js';
import type { FormField, StageStep } from '../../../domain/town/schema.js';
import { caseTown, SURGERY } from '../request/case-town.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const field = (id: string, holds?: FormField['holds']): FormField => ({
  id,
  label: both(id),
  type: 'text',
  required: false,
  personal: true,
  ...(holds ? { holds } : {}),
});
const FORM = [field('need'), field('guardian', 'name'), field('mobile', 'phone'), field('card', 'id')];
const PROGRAMME = { ...SURGERY, form: FORM };
const ALL = FORM.map(({ id }) => id);
const form = { need: 'sample need', guardian: 'Sample Gu', mobile: '19911110000', card: '370000' };

const shownTo = (sees: StageStep['sees'], unnamed = false): string[] =>
  shownFields(PROGRAMME, sees ? { sees } : {}, { form, unnamed }, 'en').map(({ label }) => label);

describe('a field of the form that says who somebody is', () => {
  it.each<[string, StageStep['sees'], string[]]>([
    ['is shown where a programme says nothing', undefined, ALL],
    ['is hidden from who sees neither name nor number', ALL, ['need']],
    ['by name or identity number is shown with the name', [...ALL, 'name'], ['need', 'guardian', 'card']],
    ['by number is shown with the number', [...ALL, 'phone'], ['need', 'mobile']],
    ['is not shown by the name alone', ['name', 'need'], ['need']],
  ])('%s', (_rule, sees, shown) => {
    expect(shownTo(sees)).toEqual(shown);
  });

  it('is hidden from everybody to whom the applicant asked not to be named, in the text too', () => {
    expect(shownTo(undefined, true)).toEqual(['need']);
    expect(applicationText(PROGRAMME, {}, { form, unnamed: true }, 'en')).toBe('need sample need');
  });

  it('is not listed for a step that may not see it', () => {
    const [first, ...rest] = SURGERY.stages;
    const stages = first
      ? [{ ...first, steps: first.steps.map((step) => ({ ...step, sees: ['need', 'card'] })) }, ...rest]
      : [];
    const town = caseTown({ programmes: [{ ...PROGRAMME, eligibility: [], stages }] });
    const paths = checkTown(town).map(({ path }) => path.join('.'));
    expect(paths).toContain('programmes.0.stages.0.steps.0.sees.1');
    expect(paths).not.toContain('programmes.0.stages.0.steps.0.sees.0');
  });
});
