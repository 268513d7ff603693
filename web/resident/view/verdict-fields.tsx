import type { Verdict, VerdictQuestion } from '../../../domain/asks/verdict.js';
import { usePage } from '../page-context.js';

export interface VerdictFieldsProps {
  readonly questions: readonly VerdictQuestion[];
  readonly verdict: Verdict;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** The questions at closure, a yes or no each. */
export function VerdictFields({ questions, verdict, onVerdict }: VerdictFieldsProps) {
  const { ask: words } = usePage().messages;
  return (
    <>
      {questions.map((question) => (
        <fieldset class="yes-no" key={question}>
          <legend>{words.questions[question]}</legend>
          {([true, false] as const).map((yes) => (
            <label key={String(yes)}>
              <input
                type="radio"
                name={question}
                checked={verdict[question] === yes}
                onChange={() => onVerdict({ ...verdict, [question]: yes })}
              />{' '}
              {yes ? words.yes : words.no}
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}
