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
  ['K7QV和M2PG都同意', ['K7QV都同意', 'M2PG都同意']],
  ['K7QV M2PG 同意', ['K7QV 同意', 'M2PG 同意']],
  ['K7QV M2PG 合同已签', ['K7QV 合同已签', 'M2PG 合同已签']],
  ['K7QV M2PG same day, received', ['K7QV same day, received', 'M2PG same day, received']],
  ['K7QV M2PG 同一件', ['K7QV M2PG 同一件']],
  ['收到 K7QV M2PG', ['收到 K7QV', '收到 M2PG']],
  ['1 K7QV, M2PG 2', ['1 K7QV,', 'M2PG 2']],
  ['1 K7QV M2PG 2', ['1 K7QV', 'M2PG 2']],
  ['收到 K7QV M2PG 去不了', ['收到 K7QV', 'M2PG 去不了']],
  ['办结 K7QV, M2PG 延期 等零件', ['办结 K7QV,', 'M2PG 延期 等零件']],
])('a text that names several codes is read part by part: "%s"', (text, parts) => {
  expect(splitByCodes(text)).toEqual(parts);
});
