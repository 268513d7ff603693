import * as z from 'zod';
import { readSettings } from './read-settings.js';
import { LOCAL_SETTINGS } from './settings.js';
import { createSmallGridApp } from './small-grid-app.js';

// The CDK's command line says in CDK_OUTDIR where it wants the assembly, and in CDK_CONTEXT_JSON what was given with -c
// (or stands in cdk.json). Run by itself it makes what is hosted on this machine.
const context = z.object({
  stage: z.string().optional(),
  /** `-c release=at-once`, where a raised alarm would take back the very deployment that mends it. */
  release: z.enum(['watched', 'at-once']).optional(),
  /** Of what is hosted on this machine: whether CloudFront stands before it, as before a deployment. */
  edge: z.boolean().default(false),
});
const { stage, release, edge } = context.parse(JSON.parse(process.env['CDK_CONTEXT_JSON'] ?? '{}'));

createSmallGridApp({
  bundles: 'dist/fn',
  outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out',
  settings:
    stage === undefined ? { ...LOCAL_SETTINGS, ...(edge && { edge: {} }) } : readSettings('settings', stage),
  ...(release === undefined ? {} : { isWatched: release === 'watched' }),
}).synth();
