package care.vestibule.records.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the FHIR endpoint.
 *
 * @param maxBundleSize what a bundle may have in bytes; a larger one is answered 413
 */
@ConfigurationProperties("vestibule.records.fhir")
record FhirProperties(@DefaultValue("20MB") DataSize maxBundleSize) {}
