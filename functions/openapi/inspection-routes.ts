import type * as z from 'zod';
import {
  inspectionAnswer,
  inspectionPackAnswer,
  inspectionsAnswer,
  inspectionsQuery,
} from '../../contracts/inspections.js';
import { type ApiRoute, json } from './api-route.js';

export const INSPECTION_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Inspections: inspectionsAnswer,
  Inspection: inspectionAnswer,
  InspectionPack: inspectionPackAnswer,
};

/** What everybody may read of the inspections. */
export const INSPECTION_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/inspections',
    summary: 'The latest weekly and monthly inspections',
    query: inspectionsQuery,
    answers: { 200: json('Inspections') },
    problems: [404, 500],
  },
  {
    method: 'get',
    path: '/inspections/{kind}/{date}',
    summary:
      'What an inspection (`weekly` and a date, `monthly` and a month) found in each grid and office, and what of it is put right',
    query: inspectionsQuery,
    answers: { 200: json('Inspection') },
    problems: [404, 500],
  },
  {
    method: 'get',
    path: '/inspections/monthly/{date}/packs/{grid}',
    summary:
      'What the inspection of a month looks at in a grid, made of what is recorded anyway, with how much was asked of its team',
    query: inspectionsQuery,
    answers: { 200: json('InspectionPack') },
    problems: [404, 500],
  },
];
