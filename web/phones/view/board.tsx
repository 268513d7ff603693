import { useState } from 'preact/hooks';
import type { Language } from '../../../domain/words/language.js';
import type { Keep } from '../../keep.js';
import { LanguageSwitch } from '../../language-switch.js';
import { usePage } from '../page-context.js';
import { textsOf, type Thread, threadsOf } from '../threads.js';
import { ClockBar, type ClockBarProps } from './clock-bar.js';
import { Guide } from './guide.js';
import { PeopleList } from './people-list.js';
import { type Called, Phone } from './phone.js';
import { useDrafts } from './use-drafts.js';
import { useOpenPhones } from './use-open-phones.js';
import { useReadMarks } from './use-read-marks.js';
import { useTexts } from './use-texts.js';

export interface BoardProps {
  readonly keep: Keep;
  readonly onLanguage: (language: Language) => void;
}

/** The list of people on one side, the open phones side by side on the other. */
export function Board({ keep, onLanguage }: BoardProps) {
  const { messages, api, directory } = usePage();
  const { texts, now, lost, look } = useTexts(api);
  const { open, show, close } = useOpenPhones(keep);
  const { read, markRead } = useReadMarks(keep, texts);
  const threads = threadsOf(textsOf(texts, directory.others), directory.smsNumber);
  const threadOf = (phone: string): Thread =>
    threads.find((thread) => thread.phone === phone) ?? { phone, texts: [], arrived: 0 };
  const [called, setCalled] = useState<Called>();
  const onShow = (phone: string, toWrite = false) => {
    show(phone);
    markRead(threadOf(phone));
    setCalled({ phone, toWrite });
  };
  const { drafts, write } = useDrafts();
  const onPut = (phone: string, body: string) => {
    onShow(phone, true);
    write(phone, body);
  };
  return (
    <>
      <Head now={now} onSkipped={look} onLanguage={onLanguage} />
      {lost && (
        <p class="lost" role="alert">
          {messages.lost}
        </p>
      )}
      {directory.guided.length > 0 && <Guide keep={keep} texts={texts} onPut={onPut} />}
      <div class="board">
        <PeopleList threads={threads} read={read} open={open} onShow={onShow} />
        <main>
          {open.length === 0 && <p class="hint">{messages.phone.none}</p>}
          {open.map((phone) => (
            <Phone
              key={phone}
              thread={threadOf(phone)}
              read={read}
              called={called?.phone === phone ? called : undefined}
              draft={drafts[phone] ?? ''}
              onDraft={(body) => write(phone, body)}
              onClose={close}
              onRead={markRead}
              onSent={look}
            />
          ))}
        </main>
      </div>
    </>
  );
}

interface HeadProps extends ClockBarProps {
  readonly onLanguage: (language: Language) => void;
}

/** Whose phones these are, their clock, and the pages beside this one. */
function Head({ now, onSkipped, onLanguage }: HeadProps) {
  const { messages, directory, language } = usePage();
  return (
    <header>
      <h1>
        {directory.town.name[language]} · {messages.title}
      </h1>
      <ClockBar now={now} onSkipped={onSkipped} />
      <a href={directory.apiUrl} target="_blank" rel="noreferrer">
        {messages.residentForm}
      </a>
      {directory.others.map(({ name, address }) => (
        <a key={address} href={address}>
          {messages.otherTown(name[language])}
        </a>
      ))}
      <LanguageSwitch label={messages.otherLanguage} language={language} onLanguage={onLanguage} />
      {directory.town.sample && <p class="sample">{messages.sample}</p>}
    </header>
  );
}
