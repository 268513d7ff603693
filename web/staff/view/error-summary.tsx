import { ErrorSummary as Summary } from '../../error-summary.js';
import type { AnswerError } from '../answer.js';
import { usePage } from '../page-context.js';
import { fieldId } from './field.js';

/** Everything that is wrong with a form of the staff. */
export function ErrorSummary({ errors }: { errors: readonly AnswerError[] }) {
  const { answer } = usePage().messages;
  const listed = errors.map(({ field, message }) => ({ at: fieldId(field), message }));
  return <Summary heading={answer.errorsHeading} errors={listed} of={errors} />;
}
