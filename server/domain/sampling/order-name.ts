import { isOrderType, orderTypes } from '../register/orders.js';

/** An order type as people call it; one that the service mapped to its own word stays as it is. */
export function orderName(type: string): string {
  return isOrderType(type) ? orderTypes[type].says : type.replaceAll('-', ' ');
}
