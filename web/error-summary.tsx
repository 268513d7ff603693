import { useEffect, useRef } from 'preact/hooks';

export interface ErrorSummaryProps {
  readonly heading: string;
  readonly errors: readonly {
    /** The element that can put it right; undefined where none is known. */
    readonly at: string | undefined;
    readonly message: string;
  }[];
  /** Of which errors these are: where they change it takes the focus. */
  readonly of: readonly unknown[];
}

/** Everything that is wrong, with a way to each field. It takes the focus whenever the errors change. */
export function ErrorSummary({ heading, errors, of }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [of]);
  if (errors.length === 0) return null;
  return (
    <div class="panel summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{heading}</h2>
      <ul>
        {errors.map(({ at, message }) => (
          <li key={`${at} ${message}`}>
            {at === undefined ? message : <ToField at={at}>{message}</ToField>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The address stays as it is: it may be a signed link. */
function ToField({ at, children }: { at: string; children: string }) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(at)?.focus();
  };
  return (
    <a href={`#${at}`} onClick={onClick}>
      {children}
    </a>
  );
}
