package org.rwave.cli.broker;

/** A refusal in the terms of Confluent's REST API: HTTP status, error code, message. */
final class RegistryFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    private RegistryFault(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static RegistryFault noSuchPath() {
        return new RegistryFault(404, 404, "HTTP 404 Not Found");
    }

    static RegistryFault noSuchMethod() {
        return new RegistryFault(405, 405, "HTTP 405 Method Not Allowed");
    }

    static RegistryFault unreadable(String why) {
        return new RegistryFault(400, 400, why);
    }

    static RegistryFault noSuchSubject(String subject) {
        return new RegistryFault(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryFault noSuchVersion(String version) {
        return new RegistryFault(404, 40402, "Version " + version + " not found.");
    }

    static RegistryFault noSuchSchema() {
        return new RegistryFault(404, 40403, "Schema not found");
    }

    static RegistryFault noSuchId(String id) {
        return new RegistryFault(404, 40403, "Schema " + id + " not found");
    }

    static RegistryFault notImporting(String subject) {
        return new RegistryFault(422, 42205, "Subject " + subject + " is not in import mode");
    }

    static RegistryFault alreadyDeleted(String subject) {
        return new RegistryFault(
                404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryFault notDeletedFirst(String subject) {
        return new RegistryFault(
                404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryFault versionAlreadyDeleted(String subject, int version) {
        return new RegistryFault(
                404,
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryFault versionNotDeletedFirst(String subject, int version) {
        return new RegistryFault(
                404,
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RegistryFault noSubjectCompatibility(String subject) {
        return new RegistryFault(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryFault noSubjectMode(String subject) {
        return new RegistryFault(404, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryFault incompatible(String why) {
        return new RegistryFault(409, 409, "Schema being registered is incompatible with an earlier schema; " + why);
    }

    static RegistryFault invalidSchema(String why) {
        return new RegistryFault(422, 42201, "Invalid schema: " + why);
    }

    static RegistryFault invalidVersion(String version) {
        return new RegistryFault(
                422,
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryFault invalidCompatibility() {
        return new RegistryFault(
                422,
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive,"
                        + " forward_transitive, and full_transitive");
    }

    static RegistryFault invalidMode() {
        return new RegistryFault(422, 42204, "Invalid mode. Valid values are READWRITE and READONLY");
    }

    static RegistryFault readOnly(String subject) {
        return new RegistryFault(422, 42205, "Subject " + subject + " is in read-only mode");
    }

    static RegistryFault storeFailed(String why) {
        return new RegistryFault(500, 50001, "Error in the backend data store: " + why);
    }
}
