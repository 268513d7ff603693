import { everyItem, STORED_JPEG } from '../stories/everything-stored.js';
import { DAY, HOUR, MINUTE, must, RESIDENT, type HostedTown, type Receipt } from './hosted-town.js';
import type { Scenario } from './scenarios.js';

const WORDS = '示例：左眼看不见，家住水塔旁';
const CURE = '示例：换了灯泡并扶正灯杆';
const SAID = '示例：还差一个灯罩没装';
const HEAD = 'g52-a';

/** A request with a photo, one of the work, a remark, and a code by text; closed. */
async function livedThrough(town: HostedTown, fields: object = {}): Promise<Receipt> {
  await town.allowLinks();
  const request = await town.submit({ description: WORDS, ...fields });
  await town.photograph(request);
  await town.answerByLink(HEAD, 'accept');
  await town.addOnline(request, SAID);
  await town.send('/requests/codes', { number: request.id, phone: RESIDENT });
  await town.answerByLink(HEAD, 'done', CURE);
  await town.showWorkByLink(HEAD);
  await town.reply(RESIDENT, '1');
  await town.expect(request, 'closed', 'satisfied');
  return request;
}

/** Fails where one of these values stands in any item but of this kind, or an erasure has not come to its end. */
async function nothingLeft(town: HostedTown, values: readonly string[], but = 'none'): Promise<void> {
  const left = (await everyItem(town)).filter(
    ({ pk, text }) =>
      isUnfinished(pk, text) || (!pk.includes(`#${but}#`) && values.some((value) => text.includes(value))),
  );
  must(left.length === 0, `left are ${left.map(({ pk, sk }) => `${pk} ${sk}`).join(', ')}`);
}

/** What somebody wants erased yet, or a request beside which something is. */
const isUnfinished = (pk: string, text: string): boolean =>
  pk.includes('#erasure#') || (text.includes('"erasedAt":') && text.includes('"of":'));

const PERSONAL = [RESIDENT, RESIDENT.replace('+86', ''), '水塔旁', CURE, SAID, STORED_JPEG];

/** People's data, until they end. */
export const ERASING_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a resident who sees what is kept of them, and has it erased': async (town) => {
    const request = await livedThrough(town);
    const key = `key=${request.trackingKey}`;
    await town.get(`/requests/${request.id}/data?${key}`);
    must(
      (await town.send(`/requests/${request.id}/erasure?${key}`, { sure: true })) === 202,
      'it is not erased',
    );
    await town.advance(10 * MINUTE);
    await nothingLeft(town, [...PERSONAL, request.trackingKey]);
  },

  'a number that has everything erased by text': async (town) => {
    await livedThrough(town);
    await town.submit({ description: '示例：水管漏水，流到院里', category: 'water-leak' });
    await town.text(RESIDENT, '谢谢你们，辛苦了');
    await town.text(RESIDENT, '我的信息');
    town.told(RESIDENT, '2件诉求');
    await town.text(RESIDENT, '确定删除我的信息');
    await town.advance(15 * MINUTE);
    await nothingLeft(town, [...PERSONAL, '水管漏水', '辛苦了']);
  },

  'a petition of which a sealed file stays': async (town) => {
    const request = await town.submit({ category: 'petition', description: '示例：宅基地边界有争议' });
    await town.send(`/requests/${request.id}/erasure?key=${request.trackingKey}`, { sure: true });
    await town.advance(15 * MINUTE);
    await nothingLeft(town, [RESIDENT, '宅基地边界'], 'file');
    const files = (await everyItem(town)).filter(({ pk }) => pk.includes('#file#'));
    must(files.length > 0, 'no file is sealed');
  },

  'a follow-up and the summary of who was told, erased with their request': async (town) => {
    await town.text(town.phoneOf('duty-leader-1'), '汇总');
    const request = await town.submit({ description: WORDS });
    await town.staffReply(HEAD, '1');
    await town.staffReply(HEAD, '1 已修好');
    await town.answerOnline(request, 'unsatisfied', undefined, SAID);
    await town.followUp(request);
    await town.staffReply(HEAD, `2 ${CURE}`);
    await town.text(RESIDENT, '确定删除我的信息');
    await town.advance(DAY);
    await nothingLeft(town, PERSONAL);
  },

  'dangers that were held together, erased with their number': async (town) => {
    await town.change((given) => {
      const limit = { hour: 1, day: 9 };
      const callers = { ...given.settings.callers, dangers: { address: limit, phone: limit } };
      return { ...given, settings: { ...given.settings, callers } };
    });
    await town.text(RESIDENT, '朱口村5组燃气漏气');
    await town.text(RESIDENT, '朱口村6组燃气漏气，在水塔旁');
    const notice = town.textsTo(town.phoneOf('duty-leader-1')).join(' ');
    const [number] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(notice) ?? [];
    await town.text(RESIDENT, '确定删除我的信息');
    const told = town.textsTo(town.phoneOf('duty-desk-1')).join(' ');
    const [hold] = /拦截\s?[A-Z]-[0-9A-Z]+/.exec(told) ?? [];
    await town.text(town.phoneOf('duty-desk-1'), hold ?? '');
    await town.text(town.phoneOf('duty-leader-1'), `解除 ${number} 现场核实是误报`);
    await town.advance(5 * DAY);
    await nothingLeft(town, [RESIDENT, '水塔旁']);
  },

  'what is kept no longer, erased in the night': async (town) => {
    await town.change((given) => {
      const retention = {
        ...given.settings.retention,
        requests: { days: 2 },
        accessRecords: { days: 1 },
        visits: { days: 1 },
        receptions: { days: 1 },
      };
      return { ...given, settings: { ...given.settings, retention } };
    });
    await town.text(town.phoneOf(HEAD), '走访 18 2人 示例：老人身体好');
    await town.text(town.phoneOf('duty-desk-1'), '接待 2人 已答复 示例咨询医保');
    const request = await town.submit({ description: WORDS });
    await town.staffReply(HEAD, '1');
    await town.staffReply(HEAD, '1 已修好');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
    await town.advance(3 * DAY);
    await nothingLeft(town, ['水塔旁'], 'file');
    const noted = (await everyItem(town)).filter(
      ({ pk, text }) => /#(?:visit|reception)#/.test(pk) && /老人身体好|咨询医保/.test(text),
    );
    must(noted.length === 0, 'the words of a visit or a reception are left');
  },

  'a backup that is looked at': async (town) => {
    await town.advance(3 * HOUR);
    town.calm('BackupMissing');
  },
};
