import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useEffect } from 'react';
import type { Language } from '../../../domain/words/language.js';
import type { Problem } from '../api/client.js';
import { SHELL } from './words.js';

export type WelcomeState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-out'; readonly refusal?: string | undefined }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly problem: Problem };

interface WelcomeProps {
  readonly language: Language;
  readonly state: WelcomeState;
  readonly onSignIn: () => void;
  readonly onAgain: () => void;
}

/** The page before anybody is signed in. */
export function Welcome({ language, state, onSignIn, onAgain }: WelcomeProps) {
  const words = SHELL[language];
  useEffect(() => {
    document.title = `${words.signIn} · ${words.title}`;
  }, [words]);
  return (
    <main className="welcome">
      {state.kind === 'starting' ? (
        <Box textAlign="center" padding="xxl">
          <h1 className="unseen">{words.title}</h1>
          <Spinner size="large" /> {words.starting}
        </Box>
      ) : (
        <Container header={<Header variant="h1">{words.title}</Header>}>
          <SpaceBetween size="l">
            <Why state={state} words={words} />
            {state.kind === 'failed' ? (
              <Button variant="primary" onClick={onAgain}>
                {words.tryAgain}
              </Button>
            ) : (
              <Button variant="primary" onClick={onSignIn}>
                {words.signIn}
              </Button>
            )}
          </SpaceBetween>
        </Container>
      )}
    </main>
  );
}

function Why({ state, words }: { state: WelcomeState; words: (typeof SHELL)['en'] }) {
  if (state.kind === 'ended') return <Alert type="info">{words.signedOut}</Alert>;
  if (state.kind === 'failed')
    return (
      <Alert type="error" header={state.problem.title}>
        {state.problem.detail}
      </Alert>
    );
  if (state.kind === 'signed-out' && state.refusal !== undefined)
    return (
      <Alert type="error">
        {words.signInFailed}
        {state.refusal}
      </Alert>
    );
  return <Box variant="p">{words.signInHint}</Box>;
}
