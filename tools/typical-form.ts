import type { FormField, Programme, Town } from '../domain/town/schema.js';

/** Something that a field takes, and that its programme's conditions allow. */
function typicalValue({ id, type, choices = [], min = 0 }: FormField, { eligibility }: Programme): string {
  const rules = eligibility.filter(({ field }) => field === id);
  switch (type) {
    case 'choice':
      return (
        choices.find(({ value }) => rules.every(({ oneOf }) => oneOf?.includes(value) ?? true))?.label[
          'zh-CN'
        ] ?? ''
      );
    case 'yes-no':
      return rules.some(({ is }) => is === false) ? '否' : '是';
    case 'number':
      return String(rules.reduce((least, { atLeast = 0 }) => Math.max(least, atLeast), Math.max(min, 1)));
    case 'date':
      return '2026-8-1';
    case 'text':
      return '示例';
  }
}

/** The form of a programme as somebody texts it who meets its conditions: "表 1=72 2=是". */
export const typicalForm = (programme: Programme): string =>
  `表 ${programme.form.flatMap((field, i) => (field.required ? [`${i + 1}=${typicalValue(field, programme)}`] : [])).join(' ')}`;

/** The form that a text asks for, if it asks for one: of the programme that it names. */
export function formAskedFor({ programmes }: Pick<Town, 'programmes'>, body: string): string | undefined {
  if (!/填表发：表|form [A-Z0-9]{4}$/.test(body)) return undefined;
  const programme = programmes.find(
    ({ name, form }) => form.length > 0 && Object.values(name).some((one) => body.includes(one)),
  );
  return programme && typicalForm(programme);
}
