import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { Problem } from '../api/client.js';
import { useWords } from '../page/catalogue.js';
import { SHELL } from './words.js';

/** A problem in the API's words, and a way to try again. */
export function ProblemAlert({ problem, onAgain }: { problem: Problem; onAgain?: () => void }) {
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
            <li key={field + message}>{field === '' ? message : `${field}: ${message}`}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
