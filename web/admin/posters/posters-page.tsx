import Alert from '@cloudscape-design/components/alert';
import { useEffect, useState } from 'react';
import { townRoute, villagesRoute } from '../../../contracts/resident/town.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useLoaded } from '../page/use-loaded.js';
import './posters.css';
import { PrintPage } from '../papers/print-page.js';
import { Choice } from '../shell/choice.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { LoadedPart } from '../shell/loaded-part.js';
import type { PageProps } from '../shell/pages.js';
import { Poster } from './poster.js';
import { POSTERS } from './words.js';

/** `http://127.0.0.1:8080` leads nobody's phone anywhere. */
const isOfThisMachine = (address: string): boolean => /^(?:127\.|localhost$)/.test(new URL(address).hostname);

/** A poster for each village, or for one: its code opens the residents' page with the village chosen. */
export function PostersPage({ search }: PageProps) {
  const words = useWords(POSTERS);
  const { language, me, go } = usePage();
  const query = { town: me.town.id };
  const villages = useLoaded(villagesRoute, { query });
  const town = useLoaded(townRoute, { query });
  const code = useQrCode();
  const chosen = new URLSearchParams(search).get('village') ?? '';
  const all = villages.value?.villages ?? [];
  const shown = all.filter(({ id }) => chosen === '' || id === chosen);
  const isReady = code !== undefined && town.value !== undefined && shown.length > 0;
  return (
    <PrintPage
      title={words.title}
      description={words.description}
      back={{ to: '/grids', label: words.back }}
      onPrint={isReady ? () => print() : undefined}
      choices={
        <Choice
          label={words.village}
          value={chosen}
          options={[['', words.all(all.length)], ...all.map(({ id, name }) => [id, name[language]] as const)]}
          onChange={(id) => go(id === '' ? '/posters' : `/posters?village=${encodeURIComponent(id)}`)}
        />
      }
    >
      {isOfThisMachine(me.pages) && (
        <div className="papers-head">
          <Alert type="info">{words.onlyHere}</Alert>
        </div>
      )}
      <LoadedPart loaded={villages}>
        {() => (
          <LoadedPart loaded={town}>
            {(facts) =>
              code ? (
                shown.map((village) => <Poster key={village.id} town={facts} village={village} code={code} />)
              ) : (
                <p role="status">{words.making}</p>
              )
            }
          </LoadedPart>
        )}
      </LoadedPart>
    </PrintPage>
  );
}

/** Loads the drawing of codes, which only this page needs. */
function useQrCode() {
  const [part, setPart] = useState<typeof import('./qr-code.js')>();
  const tellFailure = useFailureNotice();
  useEffect(() => {
    import('./qr-code.js').then(setPart, tellFailure);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- loaded once
  }, []);
  return part?.qrCode;
}
