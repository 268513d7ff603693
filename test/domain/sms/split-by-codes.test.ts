import { splitByCodes } from '../../../domain/sms/split-by-codes.js';

it.each([
  ['K7QV 1, M2PG 4 供水公司', ['K7QV 1,', 'M2PG 4 供水公司']],
  ['k7qv 好的马上去 m2pg 修好了，换了灯泡', ['k7qv 好的马上去', 'm2pg 修好了，换了灯泡']],
  ['1 K7QV 3 M2PG 等零件', ['1 K7QV', '3 M2PG 等零件']],
  ['K7QV 1\nM2PG 1\nR7PB 2 收入超了', ['K7QV 1', 'M2PG 1', 'R7PB 2 收入超了']],
  ['1 已修好 K7QV', ['1 已修好 K7QV']],
  ['K7QV 1 车牌M2PGX', ['K7QV 1 车牌M2PGX']],
  ['K7QV和M2PG都办结了', ['K7QV都办结了', 'M2PG都办结了']],
  ['1 K7QV M2PG', ['1 K7QV', '1 M2PG']],
  ['K7QV, M2PG and R7PB received', ['K7QV received', 'M2PG received', 'R7PB received']],
  ['K7QV 1 M2PG R7PB 3 等零件', ['K7QV 1', 'M2PG 3 等零件', 'R7PB 3 等零件']],
  ['K7QV和M2PG是同一件事', ['K7QV和M2PG是同一件事']],
])('a text that names several codes is read part by part: "%s"', (text, parts) => {
  expect(splitByCodes(text)).toEqual(parts);
});
