import { describe, expect, it } from 'vitest';
import { checkUrl, isExempt, privateReason, resolvePublic } from './address-guard.ts';

const rules = { allow: ['127.0.0.1:8080', 'localhost:9000'], ports: [80, 443] };

const privateAddresses = `
  0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.1.2.3 127.255.255.255
  169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.0.192 192.0.2.1
  192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255 192.175.48.1 198.18.0.1 198.19.255.255
  198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  :: ::1 ::127.0.0.1 ::7f00:1 ::10.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1
  ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe 0:0:0:0:0:ffff:7f00:0001 64:ff9b::127.0.0.1 64:ff9b::7f00:1
  64:ff9b::a9fe:a9fe 64:ff9b::808:808 64:ff9b:1::1 64:ff9b:1:ffff::a00:1 100::1 100:0:0:1::1 2001::1 2001:0:4136:e378::1
  2001:2::1 2001:3::1 2001:4:112::1 2001:10::1 2001:20::1 2001:30::1 2001:db8::1 2002:7f00:1::1 2002:a00:1::1
  2002:c0a8:1::1 2002:a9fe:a9fe::1 2002:808:808::1 2620:4f:8000::1 3fff::1 4000::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254
  fdff:ffff::1 fe80::1 fe80::1%eth0 fe80::1%25eth0 febf::1 fec0::1 feff::1 ff02::1 ff05::2 ff0e::1
  2a02:1:2:3:0:5efe:7f00:1 2a02:1:2:3:200:5efe:a00:1 8000::1 e000::1 2606:4700::1111%1
`;

const publicAddresses = `
  1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1
  169.253.255.255 169.255.0.1 172.15.255.255 172.32.0.1 192.167.255.255 192.169.0.1 194.44.1.1 198.17.255.255
  198.20.0.1 223.255.255.255 2001:4860:4860::8888 2001:200::1 2003::1 2400:cb00::1 2606:4700:4700::1111
  2620:0:2d0:200::7 2a00:1450:4001::1 2a02:1:2:3:4:5efe:7f00:1 2c0f:f248::1
`;

const notAddresses = `localhost 127.1 0x7f.1 2130706433 0177.0.0.1 127.0.0.1.evil 1.2.3 1.2.3.4.5 256.1.1.1 ::g [::1] 1.1.1.1/8`;

const words = (text: string) => text.trim().split(/\s+/);

describe('an address', () => {
  it.each(words(privateAddresses))('%s is not of the public internet', (address) => {
    expect(privateReason(address)).not.toBeNull();
  });
  it.each(words(publicAddresses))('%s is of the public internet', (address) => {
    expect(privateReason(address)).toBeNull();
  });
  it.each(words(notAddresses))('%s is refused for not being one', (address) => {
    expect(privateReason(address)).toBe('not an IP address');
  });
});

describe('a URL', () => {
  const refusedUrls: readonly (readonly [string, string])[] = [
    ['file:///etc/passwd', 'scheme'],
    ['FILE:///etc/passwd', 'scheme'],
    ['ftp://example.com/', 'scheme'],
    ['gopher://127.0.0.1:70/_x', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['blob:https://example.com/1', 'scheme'],
    ['dict://127.0.0.1:2628/', 'scheme'],
    ['ldap://127.0.0.1/', 'scheme'],
    ['ws://example.com/', 'scheme'],
    ['about:blank', 'scheme'],
    ['http://user@example.com/', 'credentials'],
    ['http://user:secret@example.com/', 'credentials'],
    ['http://:secret@example.com/', 'credentials'],
    ['http://example.com@127.0.0.1/', 'credentials'],
    ['http://127.0.0.1/', 'address'],
    ['http://127.1/', 'address'],
    ['http://127.0.1/', 'address'],
    ['http://127.0.0.1./', 'address'],
    ['http://2130706433/', 'address'],
    ['http://0x7f000001/', 'address'],
    ['http://0x7f.0.0.1/', 'address'],
    ['http://0x7f.1/', 'address'],
    ['http://0177.0.0.1/', 'address'],
    ['http://017700000001/', 'address'],
    ['http://0177.0.0.01/', 'address'],
    ['http://00000177.0.0.1/', 'address'],
    ['http://0/', 'address'],
    ['http://0.0.0.0/', 'address'],
    ['http://①②⑦.⓪.⓪.①/', 'address'],
    ['http://127。0。0。1/', 'address'],
    ['http://%31%32%37.0.0.1/', 'address'],
    ['http://2852039166/', 'address'],
    ['http://0xa9fea9fe/', 'address'],
    ['http://169.254.169.254/latest/meta-data/', 'address'],
    ['http://10.1/', 'address'],
    ['http://192.168.1/', 'address'],
    ['http://[::1]/', 'address'],
    ['http://[::]/', 'address'],
    ['http://[::ffff:127.0.0.1]/', 'address'],
    ['http://[0:0:0:0:0:ffff:127.0.0.1]/', 'address'],
    ['http://[::ffff:7f00:1]/', 'address'],
    ['http://[::127.0.0.1]/', 'address'],
    ['http://[64:ff9b::7f00:1]/', 'address'],
    ['http://[2002:7f00:1::]/', 'address'],
    ['http://[fd00:ec2::254]/', 'address'],
    ['http://[fe80::1]/', 'address'],
    ['http://localhost/', 'address'],
    ['http://LOCALHOST/', 'address'],
    ['http://localhost./', 'address'],
    ['http://a.localhost/', 'address'],
    ['http://printer.local/', 'address'],
    ['http://metadata.google.internal/', 'address'],
    ['http://router.lan/', 'address'],
    ['http://example.com:22/', 'port'],
    ['http://example.com:0/', 'port'],
    ['http://example.com:8080/', 'port'],
    ['https://example.com:8443/', 'port'],
    ['http://example.com:65535/', 'port'],
    ['http://127.0.0.1:8081/', 'port'],
    ['http://127.0.0.2:8080/', 'port'],
    ['http://localhost:8080/', 'port'],
    ['http://[fe80::1%25eth0]/', 'bad-url'],
    ['http://[::1%eth0]/', 'bad-url'],
    ['http://256.256.256.256/', 'bad-url'],
    ['http://0x100000000/', 'bad-url'],
    ['http://1.2.3.4.5/', 'bad-url'],
    ['http://example.com:99999/', 'bad-url'],
    ['http://', 'bad-url'],
    ['http://exa mple.com/', 'bad-url'],
    ['//example.com/', 'bad-url'],
    ['example.com', 'bad-url'],
    ['', 'bad-url'],
  ];
  it.each(refusedUrls)('%s is refused: %s', (url, code) => {
    const checked = checkUrl(url, rules);
    expect(checked).toMatchObject({ code });
    expect('reason' in checked && checked.reason).not.toMatch(/\n|secret/);
  });

  it.each([
    'http://example.com/',
    'https://example.com/a?b=c#d',
    'https://example.com:443/',
    'http://example.com:80/',
    'http://example.com:443/',
    'http://93.184.216.34/',
    'https://[2606:4700:4700::1111]/',
    'https://президент.укр/',
    'http://127.0.0.1:8080/x',
    'http://localhost:9000/x',
    'http://0x7f.1:8080/x',
  ])('%s may be fetched', (url) => {
    expect(checkUrl(url, rules)).toHaveProperty('url');
  });
});

describe('an exemption', () => {
  it('covers exactly one host and one port', () => {
    expect(isExempt('127.0.0.1', 8080, rules.allow)).toBe(true);
    expect(isExempt('127.0.0.1', 80, rules.allow)).toBe(false);
    expect(isExempt('127.0.0.1', 80801, rules.allow)).toBe(false);
    expect(isExempt('7.0.0.1', 8080, rules.allow)).toBe(false);
  });

  it('lets a private answer through for that pair only', async () => {
    const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    const withLookup = { ...rules, lookup };
    expect(await resolvePublic('localhost', withLookup, 9000)).toEqual([{ address: '127.0.0.1', family: 4 }]);
    await expect(resolvePublic('localhost', withLookup, 80)).rejects.toThrow(
      'resolves to 127.0.0.1, a loopback address',
    );
  });
});
