import { useMemo } from 'react';
import type { Language } from '../../../domain/words/language.js';
import coordination from '../../../workflows/coordination.words.json' with { type: 'json' };
import dailyClose from '../../../workflows/daily-close.words.json' with { type: 'json' };
import deadlineCards from '../../../workflows/deadline-cards.words.json' with { type: 'json' };
import followUp from '../../../workflows/follow-up.words.json' with { type: 'json' };
import monthlyInspection from '../../../workflows/monthly-inspection.words.json' with { type: 'json' };
import residentRequest from '../../../workflows/resident-request.words.json' with { type: 'json' };
import staffTask from '../../../workflows/staff-task.words.json' with { type: 'json' };
import visitRound from '../../../workflows/visit-round.words.json' with { type: 'json' };
import weeklyInspection from '../../../workflows/weekly-inspection.words.json' with { type: 'json' };
import { usePage } from '../page/page-context.js';
import { stepOf, withoutStep } from '../graph/step-name.js';

interface StateWords {
  readonly name: string;
  readonly purpose?: string;
}

/** The Chinese of a definition, which itself is in English, and the machine's own name in both. */
interface WordsOfMachine {
  readonly name: Readonly<Record<Language, string>>;
  readonly purpose: string;
  /** The beginnings of its states' names. */
  readonly steps: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, StateWords>>;
  /** States of definitions that executions still run, or are kept of. */
  readonly earlier: Readonly<Record<string, string>>;
}

const MACHINES: Readonly<Record<string, WordsOfMachine>> = {
  'resident-request': residentRequest,
  coordination,
  'follow-up': followUp,
  'staff-task': staffTask,
  'daily-close': dailyClose,
  'deadline-cards': deadlineCards,
  'visit-round': visitRound,
  'weekly-inspection': weeklyInspection,
  'monthly-inspection': monthlyInspection,
};

/** A machine, its steps and its states in one language. What has no words there is named as its definition names it. */
export interface MachineWords {
  readonly name: string;
  /** `comment`: what the definition says, in English. */
  readonly purpose: (comment: string | undefined) => string | undefined;
  readonly step: (step: string) => string;
  /** The name of a state without its step's. */
  readonly state: (state: string) => string;
  /** The same with its step: "派单：等网格员接单". */
  readonly whole: (state: string) => string;
  readonly statePurpose: (state: string, comment: string | undefined) => string | undefined;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of a machine, by the name of its definition. */
export function machineWords(machine: string, language: Language): MachineWords {
  const words = MACHINES[machine];
  const name = words?.name[language] ?? machine;
  if (language === 'en' || !words)
    return {
      name,
      purpose: (comment) => comment,
      step: (step) => step,
      state: (state) => upperFirst(withoutStep(state)),
      whole: (state) => state,
      statePurpose: (_state, comment) => comment,
    };
  const { purpose, steps, states, earlier } = words;
  const step = (one: string): string => steps[one] ?? one;
  const state = (one: string): string => states[one]?.name ?? earlier[one] ?? upperFirst(withoutStep(one));
  return {
    name,
    purpose: () => purpose,
    step,
    state,
    whole: (one) => {
      const own = stepOf(one);
      return own === undefined ? state(one) : `${step(own)}：${state(one)}`;
    },
    statePurpose: (one, comment) => states[one]?.purpose ?? comment,
  };
}

/** The words of a machine in the language of the page. */
export function useMachineWords(machine: string): MachineWords {
  const { language } = usePage();
  return useMemo(() => machineWords(machine, language), [machine, language]);
}
