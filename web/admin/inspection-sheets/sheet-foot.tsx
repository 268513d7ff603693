import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { SHEET_WORDS } from './words.js';

interface SheetFootProps {
  readonly note?: string;
  readonly signs: readonly string[];
}

/** Where a sheet is signed, and what must be known of it. */
export function SheetFoot({ note, signs }: SheetFootProps) {
  const words = useWords(SHEET_WORDS);
  const { me } = usePage();
  const notes = [note, me.town.sample ? words.sample : undefined].filter((text) => text !== undefined);
  return (
    <footer className="sheet-foot">
      <p className="sheet-facts">
        {signs.map((sign) => (
          <span key={sign} className="sheet-sign">
            {sign}
          </span>
        ))}
      </p>
      {notes.map((text) => (
        <p key={text} className="sheet-note">
          {text}
        </p>
      ))}
    </footer>
  );
}
