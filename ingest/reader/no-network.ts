import { Socket as DatagramSocket } from 'node:dgram';
import dns from 'node:dns';
import { Server, Socket } from 'node:net';

/**
 * Cuts this process off from the network and from other processes as far as JavaScript can. It stops a library that would
 * follow a link in a document, not an attacker who runs code of his own: for that, forbid it outside (see README).
 */
export function forbidNetwork(): void {
  const refuse = (): never => {
    throw new Error('a document must not reach out of its reader');
  };
  Object.assign(Socket.prototype, { connect: refuse });
  Object.assign(Server.prototype, { listen: refuse });
  Object.assign(DatagramSocket.prototype, { bind: refuse, connect: refuse, send: refuse });
  const lookups = Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
  for (const name of lookups) Object.assign(dns, { [name]: refuse });
  Object.assign(process, { kill: refuse, _kill: refuse });
}
