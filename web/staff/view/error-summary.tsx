import { useEffect, useRef } from 'preact/hooks';
import type { AnswerError } from '../answer.js';
import { usePage } from '../page-context.js';
import { fieldId } from './field.js';

/** Everything that is wrong, with a way to each field. It takes the focus whenever the errors change. */
export function ErrorSummary({ errors }: { errors: readonly AnswerError[] }) {
  const { answer } = usePage().messages;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  const onClick = (event: MouseEvent, field: string) => {
    event.preventDefault();
    document.getElementById(fieldId(field))?.focus();
  };
  return (
    <div class="panel summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{answer.errorsHeading}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${fieldId(field)}`} onClick={(event) => onClick(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
