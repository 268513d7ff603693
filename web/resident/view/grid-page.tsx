import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../../contracts/resident/draft.js';
import type { FieldError } from '../../../contracts/resident/field-errors.js';
import { type GridPlace, placeQuery } from '../place-query.js';
import { textedNumber } from '../../../contracts/pages/telephone.js';
import { findGridRoute } from '../../../contracts/resident/town.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { Dialled } from '../../dialled.js';
import { usePage } from '../page-context.js';
import { PageLink } from './page-link.js';
import { PlaceChoice } from './place-fields.js';

type Place = Pick<Draft, 'village' | 'group' | 'location'>;

const NOWHERE: Place = { village: '', group: '' };
const NO_ERRORS: readonly FieldError[] = [];

type GridFound = AnswerOf<typeof findGridRoute>;

type Finding =
  | { readonly state: 'asking' | 'finding' | 'missing' | 'unknown' | 'unreachable' }
  | { readonly state: 'found'; readonly grid: GridFound };

/** Which grid a place is in, and who its three people are. */
export function GridPage() {
  const { messages } = usePage();
  const { grid: words } = messages;
  const [place, setPlace] = useState(NOWHERE);
  const { finding, find, forget } = useGrid();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void find(placeQuery(place));
  };
  const change = (part: Partial<Place>) => {
    forget();
    setPlace((before) => ({ ...before, ...part }));
    // Whoever asks by their position has said all there is to say.
    if (part.location) void find(placeQuery({ ...NOWHERE, location: part.location }));
  };
  return (
    <>
      <form onSubmit={onSubmit} noValidate>
        <h1>{words.heading}</h1>
        <p class="lead">{words.lead}</p>
        <PlaceChoice draft={place} errors={NO_ERRORS} onChange={change} />
        <button type="submit" class="main">
          {words.find}
        </button>
      </form>
      <div role="status">
        {finding.state === 'finding' && <p class="hint">{words.finding}</p>}
        {finding.state === 'missing' && <p class="error">{words.missing}</p>}
        {finding.state === 'unknown' && <p class="notice">{words.unknown}</p>}
        {finding.state === 'unreachable' && <p class="notice">{messages.track.unreachable}</p>}
      </div>
      {finding.state === 'found' && <GridCard grid={finding.grid} />}
    </>
  );
}

function useGrid() {
  const { call } = usePage();
  const [finding, setFinding] = useState<Finding>({ state: 'asking' });
  const find = async (place: GridPlace | undefined): Promise<void> => {
    if (!place) return setFinding({ state: 'missing' });
    setFinding({ state: 'finding' });
    const reply = await call(findGridRoute, { query: place });
    if (reply.kind === 'answer') return setFinding({ state: 'found', grid: reply.value });
    setFinding({
      state: reply.kind === 'problem' && reply.problem.status === 404 ? 'unknown' : 'unreachable',
    });
  };
  return { finding, find, forget: () => setFinding({ state: 'asking' }) };
}

/** A grid as people need to know it: its people by name and post, and how they are reached; no private number. */
function GridCard({ grid: { number, name, people } }: { grid: GridFound }) {
  const { messages, language, town } = usePage();
  const { grid: words } = messages;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [number]);
  return (
    <section class="facts">
      <h2 class="status" tabIndex={-1} ref={heading}>
        {messages.track.gridName(String(number))} {name[language]}
      </h2>
      <h3>{words.people}</h3>
      <ul class="people">
        {people.map((person) => (
          <li key={person.post}>
            <b>{person.name}</b> {words.duties[person.duty]}
            <span class="hint">{words.posts[person.post]}</span>
          </li>
        ))}
      </ul>
      {town && (
        <p>
          <Dialled words={words.reach(town.number)} by="sms" shown={textedNumber} />
        </p>
      )}
      <p>
        <PageLink href="/">{words.report}</PageLink>
      </p>
    </section>
  );
}
