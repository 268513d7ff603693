import type { townRoute } from '../../../contracts/resident/town.js';
import { joined } from '../../../contracts/pages/join-words.js';
import { textedNumber } from '../../../contracts/pages/telephone.js';
import type { AnswerOf } from '../../../contracts/route.js';
import type { Bilingual, Language } from '../../../domain/words/language.js';
import { usePage } from '../page/page-context.js';
import { posterAddress } from './poster-address.js';
import type { qrCode } from './qr-code.js';
import { POSTERS } from './words.js';

interface PosterProps {
  readonly town: AnswerOf<typeof townRoute>;
  readonly village: { readonly id: string; readonly name: Bilingual };
  readonly code: typeof qrCode;
}

/** One village's poster: in the town's language for everybody to read from a step away, in the other one below. */
export function Poster({ town, village, code }: PosterProps) {
  const { me } = usePage();
  const { defaultLanguage: first } = me.town;
  const second: Language = first === 'en' ? 'zh-CN' : 'en';
  const words = POSTERS[first];
  const address = posterAddress(me.pages, town.id, village.id);
  const { path, size } = code(address);
  return (
    <article className="a4" lang={first}>
      <div className="poster">
        <p className="poster-place">{`${town.name[first]} · ${village.name[first]}`}</p>
        <h2 className="poster-call">{words.call}</h2>
        <p className="poster-lead">{words.lead}</p>
        <svg className="poster-code" viewBox={`0 0 ${size} ${size}`} role="img" shapeRendering="crispEdges">
          <title>{words.code(village.name[first])}</title>
          <path d={path} />
        </svg>
        <ol className="poster-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="poster-text">
          {words.text}
          <b>{textedNumber(town.number)}</b>
          {words.textHint}
        </p>
        <Danger town={town} language={first} />
        <Other town={town} village={village} language={second} />
        <p className="poster-foot">{[address, ...(town.sample ? [words.sample] : [])].join(' · ')}</p>
      </div>
    </article>
  );
}

const Danger = ({ town, language }: { town: PosterProps['town']; language: Language }) =>
  town.emergencyNumbers.length > 0 && (
    <p className="poster-lead">
      <strong>{POSTERS[language].danger(joined(town.emergencyNumbers, language, 'disjunction'))}</strong>
    </p>
  );

/** The same in the town's other language. */
function Other({ town, village, language }: Omit<PosterProps, 'code'> & { language: Language }) {
  const words = POSTERS[language];
  const numbers = joined(town.emergencyNumbers, language, 'disjunction');
  const number = textedNumber(town.number);
  return (
    <div className="poster-other" lang={language}>
      <p>
        <strong>
          {language === 'en'
            ? `${words.call} (${village.name[language]}). `
            : `${words.call}（${village.name[language]}）：`}
        </strong>
        {words.steps.join(language === 'en' ? ' ' : '')}
      </p>
      <p>
        {language === 'en'
          ? `${words.text} ${number}. ${words.textHint} `
          : `${words.text} ${number}。${words.textHint}`}
        {town.emergencyNumbers.length > 0 && words.danger(numbers)}
      </p>
    </div>
  );
}
