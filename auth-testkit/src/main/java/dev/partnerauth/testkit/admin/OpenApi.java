package dev.partnerauth.testkit.admin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.testkit.form.FaultForms;
import dev.partnerauth.testkit.form.FaultPlanForm;
import java.util.List;
import java.util.Locale;

/** The admin API's own description (OpenAPI 3.0), written from its routes. */
final class OpenApi {

  private static final String SCHEMAS =
      """
      {
        "App": {
          "type": "object", "additionalProperties": false, "required": ["scope"],
          "properties": {
            "key": {"type": "string", "description": "The path's has the last word."},
            "secret": {"type": "string", "description": "This or secrets."},
            "secrets": {"type": "array", "items": {"type": "string"},
              "description": "Each of which is right, as while one is rotated."},
            "scope": {"type": "string", "enum": ["backend", "frontend"]},
            "approved": {"type": "boolean", "default": true},
            "mayRequestServiceTokens": {"type": "boolean",
              "description": "By default a back-end app may."},
            "apiProducts": {"type": "array", "items": {"type": "string"}}
          }
        },
        "Advance": {
          "type": "object", "additionalProperties": false, "required": ["by"],
          "properties": {"by": {"type": "string", "example": "PT1H",
            "description": "An ISO 8601 duration, negative for backwards."}}
        },
        "Token": {
          "type": "object", "additionalProperties": false, "required": ["token"],
          "properties": {"token": {"type": "string"}}
        },
        "FaultPlan": {
          "type": "object", "additionalProperties": false, "required": ["faults"],
          "properties": {
            "faults": {"type": "array", "minItems": 1,
              "items": {"$ref": "#/components/schemas/Fault"},
              "description": "One for each request; with a probability a single one."},
            "probability": {"type": "number", "minimum": 0, "maximum": 1,
              "description": "Until disarmed; without it each fault happens once."},
            "seed": {"type": "integer", "default": 0},
            "at": {"type": "string"},
            "app": {"type": "string", "description": "The key of the only app that it is for."}
          }
        },
        "Fault": {
          "type": "object", "required": ["fault"],
          "description": "Beside its name the parameters that GET /faults tells of its kind.",
          "properties": {
            "fault": {"type": "string"},
            "after": {"type": "object", "additionalProperties": false,
              "description": "How late: millis, or leastMillis and mostMillis, or medianMillis and p99Millis.",
              "properties": {
                "millis": {"type": "integer"},
                "leastMillis": {"type": "integer"}, "mostMillis": {"type": "integer"},
                "medianMillis": {"type": "integer"}, "p99Millis": {"type": "integer"}}},
            "trickling": {"type": "boolean", "default": false}
          }
        }
      }
      """;

  private OpenApi() {}

  static JsonObject of(List<AdminRoute> routes) {
    JsonObject info = new JsonObject();
    info.addProperty("title", "Partner Auth sandbox: admin API");
    info.addProperty("version", "1");
    JsonObject paths = new JsonObject();
    routes.forEach(route -> add(paths, route));
    JsonObject components = new JsonObject();
    components.add("schemas", schemas());
    JsonObject document = new JsonObject();
    document.addProperty("openapi", "3.0.3");
    document.add("info", info);
    document.add("paths", paths);
    document.add("components", components);
    return document;
  }

  private static JsonObject schemas() {
    JsonObject schemas = JsonParser.parseString(SCHEMAS).getAsJsonObject();
    property(schemas, "Fault", "fault").add("enum", Shown.texts(FaultForms.all().keySet()));
    property(schemas, "FaultPlan", "at")
        .add("enum", Shown.texts(FaultPlanForm.KINDS.stream().map(FaultForms::name).toList()));
    return schemas;
  }

  private static JsonObject property(JsonObject schemas, String schema, String name) {
    return schemas.getAsJsonObject(schema).getAsJsonObject("properties").getAsJsonObject(name);
  }

  private static void add(JsonObject paths, AdminRoute route) {
    String path = AdminApi.ROOT + route.path();
    if (!paths.has(path)) {
      paths.add(path, new JsonObject());
    }
    JsonObject operation = new JsonObject();
    operation.addProperty("summary", route.summary());
    JsonArray parameters = new JsonArray();
    int variable = path.indexOf('{');
    if (variable >= 0) {
      parameters.add(parameter("path", path.substring(variable + 1, path.length() - 1)));
    }
    operation.add("parameters", parameters);
    route.schema().ifPresent(schema -> operation.add("requestBody", body(schema)));
    operation.add("responses", responses());
    paths.getAsJsonObject(path).add(route.method().toLowerCase(Locale.ROOT), operation);
  }

  private static JsonObject parameter(String in, String name) {
    JsonObject type = new JsonObject();
    type.addProperty("type", "string");
    JsonObject parameter = new JsonObject();
    parameter.addProperty("name", name);
    parameter.addProperty("in", in);
    parameter.addProperty("required", true);
    parameter.add("schema", type);
    return parameter;
  }

  private static JsonObject body(String schema) {
    JsonObject reference = new JsonObject();
    reference.addProperty("$ref", "#/components/schemas/" + schema);
    JsonObject media = new JsonObject();
    media.add("schema", reference);
    JsonObject content = new JsonObject();
    content.add("application/json", media);
    JsonObject body = new JsonObject();
    body.addProperty("required", true);
    body.add("content", content);
    return body;
  }

  private static JsonObject responses() {
    JsonObject responses = new JsonObject();
    responses.add("2XX", described("Done."));
    responses.add("4XX", described("Refused, with a problem (RFC 9457)."));
    return responses;
  }

  private static JsonObject described(String text) {
    JsonObject response = new JsonObject();
    response.addProperty("description", text);
    return response;
  }
}
