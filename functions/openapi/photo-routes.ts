import type * as z from 'zod';
import { askQuery } from '../../contracts/ask.js';
import { photosAnswer } from '../../contracts/photos.js';
import { trackingQuery } from '../../contracts/request.js';
import { type ApiRoute, json } from './api-route.js';

export const PHOTO_ANSWERS: Readonly<Record<string, z.ZodType>> = { Photos: photosAnswer };

/** Photos of a request, for its resident and for whoever is asked about it. */
export const PHOTO_ROUTES: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/requests/{id}/photos',
    summary:
      'Adds a photo: a JPEG of at most 300,000 bytes and 1,600 pixels; what it says besides the picture is dropped',
    query: trackingQuery,
    body: [{ type: 'image/jpeg' }],
    answers: { 201: json('Photos') },
    problems: [404, 409, 413, 415, 422, 500],
  },
  {
    method: 'get',
    path: '/requests/{id}/photos/{photo}',
    summary: 'A photo of a request',
    query: trackingQuery,
    answers: { 200: [{ type: 'image/jpeg' }] },
    problems: [404, 500],
  },
  {
    method: 'post',
    path: '/asks/{id}/photos',
    summary:
      'Adds a photo to the answer that something is done, for a week, by whoever gave it: at most three, as of a request',
    query: askQuery,
    body: [{ type: 'image/jpeg' }],
    answers: { 201: json('Photos') },
    problems: [400, 404, 409, 410, 413, 415, 422, 500],
  },
  {
    method: 'get',
    path: '/asks/{id}/photos/{photo}',
    summary: 'A photo of the request that an ask is about, while the ask is open',
    query: askQuery,
    answers: { 200: [{ type: 'image/jpeg' }] },
    problems: [400, 404, 409, 410, 500],
  },
];
