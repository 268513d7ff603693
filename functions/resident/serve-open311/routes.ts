import {
  servicesJsonRoute,
  servicesXmlRoute,
  definitionRoute,
  requestsJsonRoute,
  requestsXmlRoute,
  requestRoute,
  submitJsonRoute,
  submitXmlRoute,
} from '../../../contracts/open311/open311.js';

/** GeoReport v2 (https://wiki.open311.org/GeoReport_v2). */
export const ROUTES = {
  servicesJson: servicesJsonRoute,
  servicesXml: servicesXmlRoute,
  definition: definitionRoute,
  requestsJson: requestsJsonRoute,
  requestsXml: requestsXmlRoute,
  request: requestRoute,
  submitJson: submitJsonRoute,
  submitXml: submitXmlRoute,
};
