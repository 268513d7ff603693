import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '../page/catalogue.js';
import { type WhyNotLoaded, whyNotLoaded } from './why-not-loaded.js';
import { SHELL } from './words.js';

/** Names the styles of what is loaded later, and its script, in the page, which loads neither. */
const STYLES = 'later-styles';

/** A component that may have to be loaded first. */
export type LaterComponent<Props> = ComponentType<Props> & {
  /** Loads it, and what comes with it; undefined where it is there. After a failure the next call tries again. */
  readonly load?: () => Promise<unknown> | undefined;
};

/**
 * Parts that the first page does not wait for, given how they are imported. Each component is chosen by `later`; shown
 * before it is there, it says that it is coming, or why it cannot come.
 */
export function createLater<Parts>(imported: () => Promise<Parts>) {
  let here: Parts | undefined;
  let coming: Promise<Parts> | undefined;
  const shown = new Set<() => void>();
  const follow = (changed: () => void) => {
    shown.add(changed);
    return () => shown.delete(changed);
  };
  /** The parts, once they are there. */
  const loaded = (): Parts | undefined => here;
  const load = (): Promise<Parts> | undefined => {
    if (here !== undefined) return undefined;
    coming ??= Promise.all([reachScript().then(imported), loadStyles()])
      .then(([parts]) => {
        here = parts;
        for (const changed of shown) changed();
        return parts;
      })
      .finally(() => {
        coming = undefined;
      });
    return coming;
  };
  const later = <Props extends object>(
    choose: (parts: Parts) => ComponentType<Props>,
  ): LaterComponent<Props> => {
    function LaterPart(props: Props) {
      // Others load them as well, also between two looks of this one.
      const parts = useSyncExternalStore(follow, loaded);
      const why = useLoading(load);
      if (parts === undefined) return why ? <NotLoaded why={why} /> : <Coming />;
      const Part = choose(parts);
      return <Part {...props} />;
    }
    return Object.assign(LaterPart, { load });
  };
  return { later, load, loaded };
}

/** Loads what is to be shown; answers why it cannot be loaded. */
function useLoading(load: () => Promise<unknown> | undefined): WhyNotLoaded | undefined {
  const [why, setWhy] = useState<WhyNotLoaded>();
  useEffect(() => {
    let isCurrent = true;
    load()?.catch(() => whyNotLoaded().then((reason) => isCurrent && setWhy(reason)));
    return () => {
      isCurrent = false;
    };
  }, [load]);
  return why;
}

const named = (): HTMLLinkElement | undefined => {
  const link = document.getElementById(STYLES);
  return link instanceof HTMLLinkElement ? link : undefined;
};

/** A browser remembers that a script failed to load until the page is loaded anew: a fresh address comes first. */
async function reachScript(): Promise<void> {
  const script = named()?.dataset['script'];
  if (script === undefined) return;
  const { ok } = await fetch(script);
  if (!ok) throw new Error(script);
}

function loadStyles(): Promise<void> {
  const link = named();
  if (!link?.disabled) return Promise.resolve();
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve(), { once: true });
    link.addEventListener(
      'error',
      () => {
        // It is asked for again when it is enabled anew.
        link.disabled = true;
        reject(new Error(link.href));
      },
      { once: true },
    );
    link.disabled = false;
  });
}

const Coming = () => (
  <Box textAlign="center" padding="xxl">
    <Spinner size="large" />
  </Box>
);

function NotLoaded({ why }: { why: WhyNotLoaded }) {
  const words = useWords(SHELL);
  return (
    <Alert
      type={why === 'newVersion' ? 'info' : 'error'}
      header={<h1>{words.notLoadedTitle}</h1>}
      action={<Button onClick={() => location.reload()}>{words.reloadPage}</Button>}
    >
      {words.notLoaded[why]}
    </Alert>
  );
}
