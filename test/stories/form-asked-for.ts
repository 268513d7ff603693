import type { Town } from '../../domain/town/schema.js';
import { typicalForm } from '../../tools/typical-form.js';

/** The form that a text asks for, if it asks for one: of the programme that it names. */
export function formAskedFor({ programmes }: Pick<Town, 'programmes'>, body: string): string | undefined {
  if (!/填表发：表|form [A-Z0-9]{4}$/.test(body)) return undefined;
  const programme = programmes.find(
    ({ name, form }) => form.length > 0 && Object.values(name).some((one) => body.includes(one)),
  );
  return programme && typicalForm(programme);
}
