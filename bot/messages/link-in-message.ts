import type { Message, MessageEntity } from 'grammy/types';
import { webAddress } from '../../corpus/sources/suggest-source.ts';

/** The first link of a message that could be a source: written out, behind words, or in a caption. Null when none. */
export function linkInMessage(message: Message): string | null {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const links = entities.flatMap((entity) => linkOf(entity, text) ?? []);
  return links[0] ?? bareAddress(text);
}

function linkOf(entity: MessageEntity, text: string): string | null {
  if (entity.type === 'text_link') return webAddress(entity.url);
  return entity.type === 'url' ? webAddress(text.slice(entity.offset, entity.offset + entity.length)) : null;
}

function bareAddress(text: string): string | null {
  const found = /https?:\/\/[^\s<>"«»]+/i.exec(text)?.[0];
  return found === undefined ? null : webAddress(found.replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, ''));
}

/** True when a message is nothing but one link: then it is meant as a suggestion, not as a question. */
export function isOnlyLink(message: Message): boolean {
  const text = (message.text ?? '').trim();
  return /^https?:\/\/\S+$/i.test(text) && webAddress(text) !== null;
}
