import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  bytesOf,
  contactOfPhone,
  contactOfStaff,
  newSecret,
  staffOfContact,
} from '../../adapters/contact.js';
import { environment } from '../../adapters/environment.js';
import { InboundStore } from '../../adapters/inbound-store.js';
import { errorName, log } from '../../adapters/log.js';
import { key } from '../../adapters/table-keys.js';
import { settings } from '../domain/small-town.js';
import { tableMock } from './table-mock.js';

describe('a contact', () => {
  it('of a phone shows no digit of it, differs by town and comes out the same again', () => {
    const phone = '+8619900000099';
    const contact = contactOfPhone('small-town', phone);
    expect(contact).not.toContain('19900');
    expect(contactOfPhone('small-town', phone)).toBe(contact);
    expect(contactOfPhone('other-town', phone)).not.toBe(contact);
  });

  it('of staff gives the staff back; a phone\u2019s gives none', () => {
    expect(staffOfContact(contactOfStaff('a1'))).toBe('a1');
    expect([staffOfContact('phone:x'), staffOfContact(undefined)]).toEqual([undefined, undefined]);
  });

  it('makes codes that come out the same again, and secrets that do not', () => {
    expect(bytesOf('a')).toEqual(bytesOf('a'));
    expect(newSecret()).not.toBe(newSecret());
    expect(newSecret()).toMatch(/^[\w-]{20}$/);
  });
});

describe('a key', () => {
  it('begins with the town, so that one town never reaches another\u2019s', () => {
    expect(key('small-town', 'request', '7Q3K9M2X')).toBe('small-town#request#7Q3K9M2X');
  });
});

describe('an incoming text', () => {
  it('is remembered as acted on, and in the log, for ninety days', async () => {
    const { table, dynamodb } = tableMock();
    dynamodb.on(PutItemCommand).resolves({});
    const store = new InboundStore(table);
    const { key: place, read } = store.readingStanding('small-town', 'm1');
    expect(read(undefined)).toBe('new');
    await store.done(settings(), { id: 'm1', from: '+8619900000001', body: '1', at: 1_700_000_000_000 });
    const Item = dynamodb.inputs(PutItemCommand)[0]?.Item;
    expect(Item).toMatchObject({ ...place, expiresAt: 1_700_000_000 + 90 * 86_400 });
    expect(read(Item)).toBe('done');
  });
});

describe('a log line', () => {
  it('of an error holds its name, never its message', () => {
    const lines: unknown[] = [];
    const written = jest.spyOn(console, 'log').mockImplementation((line) => lines.push(line));
    log('error', 'failed', { error: errorName(new TypeError('call +8619900000099')) });
    written.mockRestore();
    expect(lines).toEqual(['{"level":"error","message":"failed","error":"TypeError"}']);
    expect(errorName('not an error')).toBe('UnknownError');
  });
});

describe('a variable that the stack forgot', () => {
  it('is named', () => {
    expect(() => environment('requestMachine')).toThrow('REQUEST_STATE_MACHINE_ARN');
  });
});
