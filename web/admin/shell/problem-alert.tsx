import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { Problem } from '../api/client.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { SHELL } from './words.js';

interface ProblemAlertProps {
  readonly problem: Problem;
  /** What the fields of the form are called on it. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly onAgain?: () => void;
}

/** A problem in the API's words, and a way to try again. */
export function ProblemAlert({ problem, fields = {}, onAgain }: ProblemAlertProps) {
  const { language } = usePage();
  const nameOf = (field: string): string => fields[field.slice(1)] ?? field;
  const words = useWords(SHELL);
  return (
    <Alert
      type="error"
      header={problem.title}
      action={onAgain && <Button onClick={onAgain}>{words.tryAgain}</Button>}
    >
      {problem.detail}
      {problem.errors && (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={field + message}>
              {field === '' ? message : `${nameOf(field)}${language === 'en' ? ': ' : '：'}${message}`}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
