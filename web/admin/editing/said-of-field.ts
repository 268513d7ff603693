import { settingWords } from '../../../domain/editing/settings-in-words.js';
import { boundsWords, valueWords } from '../../../domain/editing/value-words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { FieldProps } from './field-props.js';
import { EDITING } from './words.js';

/** What whoever fills a field in should know; undefined where its name says all. */
export function useHint({ path }: Pick<FieldProps, 'path'>): string | undefined {
  const { language } = usePage();
  return settingWords(path)?.hint?.[language];
}

/** What a field takes, and what holds where it is left empty; empty where neither is said. */
export function useConstraint({ path, field, standard, isFixed, context }: FieldProps): string {
  const { language } = usePage();
  const words = useWords(EDITING);
  const bounds = field.kind === 'number' && !isFixed ? boundsWords(path, field)?.[language] : undefined;
  const said =
    standard === undefined
      ? undefined
      : words.standard(valueWords(path, field, standard, context.names)[language]);
  return [bounds, said].filter((part) => part !== undefined).join(words.partsBy);
}
