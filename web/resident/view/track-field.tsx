export interface TrackFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
  /** Of a telephone number, and of a code that was texted, a phone shows digits; it offers the code itself. */
  readonly digits?: 'phone' | 'code';
  readonly onValue: (value: string) => void;
}

/** A field by which a request is found. */
export function TrackField({ id, label, hint, value, error, digits, onValue }: TrackFieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" role="alert" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        type="text"
        inputMode={digits && (digits === 'phone' ? 'tel' : 'numeric')}
        required
        autocomplete={digits === 'code' ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        spellcheck={false}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error === undefined ? undefined : true}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
