import * as z from 'zod';

/** The languages every text and page exists in (BCP 47). */
export const languageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** The same words in each language. */
export const bilingualSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;
