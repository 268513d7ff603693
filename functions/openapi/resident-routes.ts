import * as z from 'zod';
import { submissionFields } from '../resident/submit-request/submission-schema.js';
import { bulletinAnswer, bulletinQuery } from '../../contracts/bulletin.js';
import { answerBody, receiptAnswer, requestAnswer, trackingQuery } from '../../contracts/request.js';
import { statisticsAnswer, statisticsQuery } from '../../contracts/statistics.js';
import {
  categoriesAnswer,
  commonQuery,
  findGridQuery,
  gridAnswer,
  townAnswer,
  villagesAnswer,
} from '../../contracts/town.js';
import { type ApiRoute, json } from './api-route.js';

export const RESIDENT_BODIES: Readonly<Record<string, z.ZodType>> = {
  Submission: submissionFields,
  Answer: answerBody,
};

export const RESIDENT_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Receipt: receiptAnswer,
  Request: requestAnswer,
  Town: townAnswer,
  Villages: villagesAnswer,
  Categories: categoriesAnswer,
  Grid: gridAnswer,
  Statistics: statisticsAnswer,
  Bulletin: bulletinAnswer,
};

const FAILED = 500;

export const RESIDENT_ROUTES: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/requests',
    summary: 'Report a request. Accepted means stored; the same submission sent again is the same request.',
    query: commonQuery,
    headers: [
      {
        name: 'Idempotency-Key',
        description:
          'Makes the submission one, however often it is sent; without it the content and the day do',
      },
    ],
    body: json('Submission'),
    answers: { 202: json('Receipt') },
    problems: [400, 404, 413, 415, 422, 429, FAILED],
  },
  {
    method: 'get',
    path: '/requests/{id}',
    summary: 'How far a request is',
    query: trackingQuery,
    answers: { 200: json('Request') },
    problems: [404, FAILED],
  },
  {
    method: 'post',
    path: '/requests/{id}/answers',
    summary: "The resident's answer to an open question, or their taking the request back",
    query: trackingQuery,
    body: json('Answer'),
    answers: { 202: json('Request') },
    problems: [400, 404, 409, 413, 415, 422, 429, FAILED],
  },
  {
    method: 'get',
    path: '/town',
    summary: 'The town, the number to text, and whom to call in danger',
    query: commonQuery,
    answers: { 200: json('Town') },
    problems: [404, FAILED],
  },
  {
    method: 'get',
    path: '/villages',
    summary: "The town's villages and their groups",
    query: commonQuery,
    answers: { 200: json('Villages') },
    problems: [404, FAILED],
  },
  {
    method: 'get',
    path: '/categories',
    summary: 'What can be reported',
    query: commonQuery,
    answers: { 200: json('Categories') },
    problems: [404, FAILED],
  },
  {
    method: 'get',
    path: '/grids/find',
    summary: 'The grid of a village group or of a point, and its people',
    query: findGridQuery,
    answers: { 200: json('Grid') },
    problems: [400, 404, FAILED],
  },
  {
    method: 'get',
    path: '/statistics',
    summary:
      'The figures of a period with their definitions; as a table with `format=csv` or `Accept: text/csv`',
    query: statisticsQuery,
    answers: { 200: [...json('Statistics'), { type: 'text/csv' }] },
    problems: [400, 404, FAILED],
  },
  {
    method: 'get',
    path: '/bulletin',
    summary: 'What the daily close published of a day; without a date, of the last day closed',
    query: bulletinQuery,
    answers: { 200: json('Bulletin') },
    problems: [400, 404, FAILED],
  },
];
