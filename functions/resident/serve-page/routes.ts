import * as z from 'zod';
import { noQuery, page, route } from '../../../contracts/route.js';

/** The pages of the residents, and whatever else is built beside them. */
export const ROUTES = {
  page: page('GET', '/'),
  pages: page('GET', '/{proxy+}'),
  document: route({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    query: noQuery,
    answers: { 200: z.looseObject({}) },
    problems: [],
  }),
};
