import { useEffect, useRef, useState } from 'preact/hooks';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { erasureRoute, personalDataRoute } from '../../../contracts/resident/personal-data.js';
import { isOver, type TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { usePage } from '../page-context.js';
import { ofTown } from '../../of-town.js';
import { addressOf } from '../../call-route.js';
import { SendingLine } from './sending-line.js';
import type { AnswerTarget } from './use-answer.js';
import { useSending } from './use-sending.js';

type Data = AnswerOf<typeof personalDataRoute>;

/** What the town keeps of its resident with a request: read once it is opened, copied, corrected, erased. */
export function MyDataPart({ request, ...target }: AnswerTarget & { readonly request: TrackedRequest }) {
  const { call, messages, language } = usePage();
  const { myData } = messages;
  const { id, trackingKey } = target;
  const [data, setData] = useState<Data>();
  const read = async () => {
    const reply = await call(personalDataRoute, { params: { id }, query: { key: trackingKey } });
    if (reply.kind === 'answer') setData(reply.value);
  };
  return (
    <details onToggle={(event) => event.currentTarget.open && !data && void read()}>
      <summary>{myData.heading}</summary>
      <p class="hint">{myData.lead}</p>
      {data ? <Kept data={data} /> : <p role="status">{myData.loading}</p>}
      {data && (
        <>
          <p>
            <a
              href={ofTown(
                addressOf(personalDataRoute, { params: { id }, query: { key: trackingKey, lang: language } }),
                location.search,
              )}
              download={`${id}.json`}
              class="copy"
            >
              {myData.copy}
            </a>
          </p>
          <p class="hint">{myData.correct}</p>
          <Erasure data={data} request={request} {...target} />
        </>
      )}
    </details>
  );
}

function Kept({ data }: { readonly data: Data }) {
  const { messages, language } = usePage();
  const { myData } = messages;
  const { kept } = data;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [myData.name, data.name],
    [myData.phone, data.phone],
    [myData.words, data.words],
    ...data.form.map(({ label, value }) => [`${myData.form}: ${label}`, value] as const),
    [myData.photos, data.photos.length === 0 ? undefined : myData.photoCount(data.photos.length)],
    [myData.texts, myData.textCount(data.texts.length)],
    [
      myData.kept,
      kept.until === undefined
        ? myData.keptFor(kept.requestDays, kept.textDays)
        : myData.until(dateTimeText(kept.until, language)),
    ],
  ];
  return (
    <dl class="kept">
      {rows.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What it means comes before it is asked whether it is meant. */
function Erasure({
  data,
  request,
  id,
  trackingKey,
}: AnswerTarget & { readonly data: Data; readonly request: TrackedRequest }) {
  const { myData, ask } = usePage().messages;
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState<'soon' | 'when-over'>('soon');
  const { state, send } = useSending(erasureRoute, ask.failed);
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => question.current?.focus(), [asked]);
  if (!asked)
    return (
      <button type="button" class="plain quiet" onClick={() => setAsked(true)}>
        {myData.erase}
      </button>
    );
  const erase = async () => {
    const taken = await send({ params: { id }, query: { key: trackingKey }, body: { sure: true } });
    if (taken) setDone(taken.done);
  };
  return (
    <section class="panel">
      <h2 tabIndex={-1} ref={question}>
        {myData.question}
      </h2>
      <p>{consequence(request, myData)}</p>
      {data.fileKept && <p>{myData.file[data.fileKept]}</p>}
      <p>{myData.backups(data.kept.backupDays)}</p>
      <div class="answers" hidden={state.name === 'sent'}>
        <button type="button" class="main grave" onClick={() => void erase()}>
          {myData.confirm}
        </button>
        <button type="button" class="second" onClick={() => setAsked(false)}>
          {myData.keep}
        </button>
      </div>
      <SendingLine state={state} sent={myData[done]} />
    </section>
  );
}

function consequence(
  request: TrackedRequest,
  words: ReturnType<typeof usePage>['messages']['myData'],
): string {
  if (isOver(request)) return words.closed;
  return request.path === 'emergency' ? words.emergency : words.open;
}
