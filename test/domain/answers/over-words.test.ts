import { saysSomebodyIsHurt } from '../../../domain/answers/hurt-words.js';
import { saysItIsOver } from '../../../domain/answers/over-words.js';
import { foldWords } from '../../../domain/reading/features.js';

describe('words say that an emergency is over where they name its end', () => {
  it.each([
    '阀门关好了，没味了',
    '虚惊一场，是下水道返味',
    '人都出来了，在闺女家',
    '换了新管，试压不漏',
    '已恢复供气',
    'false alarm, it was the drain',
    'all clear',
    'leak clamped, occupants back home',
    'power back on',
  ])('"%s"', (words) => expect(saysItIsOver(foldWords(words))).toBe(true));

  it.each([
    '俺早不当网格长了 换成老徐了',
    '已联系',
    '知道了',
    '我在路上',
    'told them twice',
    'money paid out',
  ])('"%s" names none', (words) => expect(saysItIsOver(foldWords(words))).toBe(false));
});

describe('words say that somebody is hurt', () => {
  it.each([
    '已排除，一人烧伤，快叫救护车',
    '关好阀了 有人昏迷',
    'made safe. one man has burns, ambulance needed',
    'fire out, two injured',
  ])('"%s"', (words) => expect(saysSomebodyIsHurt(foldWords(words))).toBe(true));

  it.each([
    '已排除，没人受伤',
    '无人受伤',
    '一人烧伤，已送医院',
    'made safe, nobody hurt',
    'the girl who was hit has bruises, ambulance has her',
    '修好了',
  ])('but not in "%s"', (words) => expect(saysSomebodyIsHurt(foldWords(words))).toBe(false));
});
