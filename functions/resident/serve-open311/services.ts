import type * as z from 'zod';
import type { Language } from '../../../domain/words/language.js';
import type { Category, Town } from '../../../domain/town/schema.js';
import type { definitionAnswer, servicesAnswer } from '../../../contracts/open311/open311.js';

/** The town's categories as Open311 services. */
export const serviceList = (town: Town, language: Language): z.input<typeof servicesAnswer> =>
  town.categories.map(({ id, name, path, keywords }) => ({
    service_code: id,
    service_name: name[language],
    description: name[language],
    metadata: true,
    type: 'realtime',
    keywords: keywords.join(','),
    group: path,
  }));

const WORDS = {
  consent: {
    'zh-CN': '是否同意本镇为办理此事使用您的姓名、电话和所述内容？',
    en: 'Do you agree that the town uses your name, phone and words to handle this?',
  },
  yes: { 'zh-CN': '同意', en: 'Yes' },
  consentHint: { 'zh-CN': '须同意后才能提交', en: 'needed before a request can be stored' },
  village: { 'zh-CN': '哪个村？', en: 'Which village?' },
  villageHint: { 'zh-CN': '没有坐标时请选择', en: 'choose one where there is no point' },
  confidential: {
    'zh-CN': '是否反映工作人员的问题，需要保密？',
    en: 'Is it about a member of staff, to be kept confidential?',
  },
  confidentialHint: { 'zh-CN': '只由督查组办理', en: 'the inspection team alone handles it' },
  anonymous: {
    'zh-CN': '是否不让经办人看到姓名和电话？',
    en: 'Are your name and number to be kept from whoever handles it?',
  },
  anonymousHint: { 'zh-CN': '由值班室转达', en: 'calls go through the duty desk' },
  group: { 'zh-CN': '第几村民小组？', en: 'Which villager group?' },
  groupHint: { 'zh-CN': '数字', en: 'its number' },
} as const;

/**
 * Further questions: where, for those without a point, and consent, which the law wants and Open311 has no field for.
 */
export function serviceDefinition(
  town: Town,
  { id }: Category,
  language: Language,
): z.input<typeof definitionAnswer> {
  const asked = (
    code: 'consent' | 'village' | 'group' | 'confidential' | 'anonymous',
    hint: string,
    order: number,
  ) => ({
    variable: true,
    code,
    required: code === 'consent',
    datatype_description: hint,
    order,
    description: WORDS[code][language],
  });
  const villages = town.villages.map(({ id: key, name }) => ({ key, name: name[language] }));
  return {
    service_code: id,
    attributes: [
      {
        ...asked('consent', WORDS.consentHint[language], 1),
        datatype: 'singlevaluelist',
        values: [{ key: 'yes', name: WORDS.yes[language] }],
      },
      { ...asked('village', WORDS.villageHint[language], 2), datatype: 'singlevaluelist', values: villages },
      { ...asked('group', WORDS.groupHint[language], 3), datatype: 'number', values: [] },
      ...(['confidential', 'anonymous'] as const).map((code, i) => ({
        ...asked(code, WORDS[`${code}Hint`][language], 4 + i),
        datatype: 'singlevaluelist' as const,
        values: [{ key: 'yes', name: WORDS.yes[language] }],
      })),
    ],
  };
}
