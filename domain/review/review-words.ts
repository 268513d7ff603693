import type { Bilingual, Language } from '../words/language.js';
import { silentPeople } from './asked-people.js';
import type { EmergencyReview, ReviewedMilestone } from './review-emergency.js';

const NAMED: Readonly<Partial<Record<ReviewedMilestone['milestone'], Bilingual>>> = {
  taken: { 'zh-CN': '响应', en: 'taken' },
  'on-site': { 'zh-CN': '到场', en: 'site' },
  safe: { 'zh-CN': '排险', en: 'safe' },
};
const NEVER: Bilingual = { 'zh-CN': '无人响应', en: 'nobody came' };
const STOOD_DOWN: Bilingual = { 'zh-CN': '已解除', en: 'stood down' };

/** How an emergency went in one line: "燃气泄漏：响应7分，到场31分，排险95分，未应答3人". */
export function reviewFigures(review: EmergencyReview, category: Bilingual): Bilingual {
  return { 'zh-CN': figuresIn(review, category, 'zh-CN'), en: figuresIn(review, category, 'en') };
}

function figuresIn({ milestones, asked, ended }: EmergencyReview, category: Bilingual, language: Language) {
  const reached = milestones.flatMap(({ milestone, minutes }) => {
    const name = NAMED[milestone]?.[language];
    if (name === undefined || minutes === undefined) return [];
    return [language === 'en' ? `${name} ${minutes}m` : `${name}${minutes}分`];
  });
  const silent = silentPeople(asked).length;
  const parts = [
    ...(ended?.how === 'stood-down' ? [STOOD_DOWN[language]] : []),
    ...(reached.length === 0 && ended === undefined ? [NEVER[language]] : reached),
    ...(silent === 0 ? [] : [language === 'en' ? `silent ${silent}` : `未应答${silent}人`]),
  ];
  return language === 'en'
    ? `${category.en}: ${parts.join(', ')}`
    : `${category['zh-CN']}：${parts.join('，')}`;
}
