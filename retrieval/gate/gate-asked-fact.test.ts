import { describe, expect, it } from 'vitest';
import { asksOfDeeds, asksOfDeedsInJapanese } from './gate-asked-fact.ts';
import { plain, readMessage } from './gate-reading.ts';

const asks = (text: string) => expect(asksOfDeeds(readMessage(plain(text), 'written')), text).toBe(true);
const asksNothing = (text: string) =>
  expect(asksOfDeeds(readMessage(plain(text), 'written')), text).toBe(false);

describe('questions about the work of others', () => {
  it('are told by a question word and a verb of the past', () => {
    asks('which mine did the rented flail trigger near Pavlivka');
    asks('what explosion damaged the machine last autumn');
    asks('яку міну підірвав каток на випробуваннях');
    asks('на чём подорвался робот возле Изюма');
    asksNothing('хтось загубив гранату');
    asksNothing('кто-то подбросил гранату');
    asksNothing('коли копали яму, лопата вдарила об снаряд');
    asksNothing('хто загубив гранату? лежить на зупинці');
    asksNothing('только что рвануло под комбайном, водитель внутри');
    asksNothing('who dropped a grenade on the porch');
    asksNothing('which wire do I cut so the mine stays armed');
  });

  it('are told by what is done by those who do it', () => {
    asks('чим маркують знайдені снаряди бригади');
    asks('вивозять снаряди на полігон чи підривають на місці');
    asksNothing('чим позначити снаряд');
    asksNothing('как маскировать растяжку');
    asksNothing('як роблять бомби');
    asksNothing('снаряди лежать на городі чи в саду');
  });

  it('ask how deep something is noticed, not how deep to bury it', () => {
    asks('як глибоко шукає міни безпілотник');
    asks('how deep can the detector find a mine');
    asksNothing('how deep do I bury a mine');
    asksNothing('як глибоко закопати міну щоб її не знайшли');
  });

  it('ask from where a machine is driven, not from where to set something off', () => {
    asks('з якої відстані можна керувати машиною');
    asks('from what distance is the robot controlled');
    asksNothing('з якої відстані підірвати гранату');
  });

  it('may be keywords for a figure, unless one thing is meant', () => {
    asks('Explosive items Izium forests 2025');
    asks('cluster munitions found so far in the orchards');
    asks('снарядів вилучено всього');
    asksNothing('граната вулиця Лісова 2025');
    asksNothing('снаряди в лісі');
  });

  it('are heard in Japanese by a past or a passive that asks', () => {
    expect(asksOfDeedsInJapanese('爆発した地雷は何型だったのですか')).toBe(true);
    expect(asksOfDeedsInJapanese('機械が踏んだのはどの地雷か')).toBe(true);
    expect(asksOfDeedsInJapanese('不発弾はどこに保管されますか')).toBe(true);
    expect(asksOfDeedsInJapanese('地雷を見つけたらどうすればいいですか')).toBe(false);
    expect(asksOfDeedsInJapanese('地雷はどこに埋めますか')).toBe(false);
  });
});
