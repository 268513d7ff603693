import { ErrorSummary as Summary } from '../../error-summary.js';
import { type FieldError, fieldId } from '../../../contracts/resident/field-errors.js';
import { usePage } from '../page-context.js';

/** Everything that is wrong with the form. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { form } = usePage().messages;
  const listed = errors.map(({ field, message }) => ({
    at: field === undefined ? undefined : fieldId(field),
    message,
  }));
  return <Summary heading={form.errorsHeading} errors={listed} of={errors} />;
}
