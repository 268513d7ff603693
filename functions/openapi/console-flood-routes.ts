import type * as z from 'zod';
import { floodAnswer, floodDecided, floodsAnswer } from '../../contracts/console-floods.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, json, REFUSED } from './api-route.js';

export const CONSOLE_FLOOD_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Floods: floodsAnswer,
  Flood: floodAnswer,
  FloodDecided: floodDecided,
};

/** What is held together, and what the duty desk decides about it. */
export const CONSOLE_FLOOD_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/admin/floods',
    summary: 'What is held together and looked at as one: dangers of one origin, texts beyond a cap',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Floods') },
    problems: [403, 500],
  },
  {
    method: 'get',
    path: '/admin/floods/{origin}',
    summary: 'The dangers of an origin by place, with their words; viewing it is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Flood') },
    problems: REFUSED,
  },
  {
    method: 'post',
    path: '/admin/floods/{origin}/hold',
    summary: 'Holds back all that comes from an origin; its dangers are still told as one',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('FloodDecided') },
    problems: REFUSED,
  },
  {
    method: 'post',
    path: '/admin/floods/{origin}/release',
    summary: 'Lets the dangers of an origin through, and calls out those that were held, one for each place',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('FloodDecided') },
    problems: REFUSED,
  },
];
