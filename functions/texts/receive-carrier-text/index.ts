import { carrierDoor, records } from '../../../adapters/services.js';
import { createReceiveCarrierText } from './handler.js';

export const handler = createReceiveCarrierText({ ...records(), ...carrierDoor() });
