import { useState } from 'preact/hooks';
import type { AnswerOf, Route } from '../../../contracts/route.js';
import type { Asked } from '../../call-route.js';
import { usePage } from '../page-context.js';
import type { AnswerState } from './use-answer.js';

/** Sends something once at a time and says how it went; answers what came back, if anything good did. */
export function useSending<R extends Route>(route: R, failed: string) {
  const { call, language } = usePage();
  const [state, setState] = useState<AnswerState>({ name: 'idle' });
  const send = async (asked: Asked<R>): Promise<AnswerOf<R> | undefined> => {
    if (state.name === 'sending') return undefined;
    setState({ name: 'sending' });
    const reply = await call(route, { ...asked, language });
    if (reply.kind === 'answer') {
      setState({ name: 'sent' });
      return reply.value;
    }
    const { problem } = reply.kind === 'problem' ? reply : {};
    setState({
      name: 'failed',
      message: problem?.errors[0]?.message ?? problem?.detail ?? problem?.title ?? failed,
    });
    return undefined;
  };
  return { state, send };
}
