import { maskName, maskPhone } from '../../../domain/access/mask.js';
import { mayDo, type Permission, permissionsOf, type Role } from '../../../domain/access/permissions.js';

describe('a role of the console', () => {
  it.each<[Role, Permission, boolean]>([
    ['administrator', 'town.change', true],
    ['leader', 'town.change', false],
    ['duty-desk', 'requests.answer', true],
    ['inspector', 'people.read', false],
    ['inspector', 'inspections.read', true],
    ['leader', 'requests.export', true],
    ['leader', 'people.export', false],
    ['duty-desk', 'audit.read', false],
    ['duty-desk', 'reading.teach', true],
    ['leader', 'reading.teach', false],
  ])('%s, %s: %s', (role, permission, allowed) => {
    expect(mayDo([role], permission)).toBe(allowed);
  });

  it('adds to what another allows', () => {
    expect(permissionsOf(['inspector', 'duty-desk'])).toEqual(
      expect.arrayContaining(['inspections.read', 'people.read']),
    );
  });

  it('that is none of ours allows nothing', () => {
    expect(permissionsOf([])).toEqual([]);
  });
});

describe('masking', () => {
  it.each([
    ['+8613800001234', '+86*********34'],
    ['+353209100051', '+353*******51'],
    ['+15555550100', '+15*******00'],
    ['+8612', '*****'],
    ['', ''],
  ])('hides the middle of %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['王小明', '王*'],
    ['', ''],
    ['𠮷野', '𠮷*'],
  ])('keeps the first character of %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
