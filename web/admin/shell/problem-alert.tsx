import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { Problem } from '../api/client.js';
import { useWords } from '../page/catalogue.js';
import { SHELL } from './words.js';

/** A problem in the API's words, and a way to try again. */
export function ProblemAlert({ problem, onAgain }: { problem: Problem; onAgain?: () => void }) {
  const words = useWords(SHELL);
  const isUnreached = problem.status === 0;
  return (
    <Alert
      type="error"
      header={isUnreached ? words.unreached : problem.title}
      action={onAgain && <Button onClick={onAgain}>{words.tryAgain}</Button>}
    >
      {isUnreached ? words.unreachedHint : problem.detail}
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
