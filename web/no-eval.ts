import * as z from 'zod';

// The pages' policy (CSP) lets nothing be evaluated, and a browser reports whoever tries. To be imported before any
// schema is made.
z.config({ jitless: true });
